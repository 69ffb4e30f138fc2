extension JSONReader {
  /// What must come next outside of records.
  enum Expecting: Equatable {
    case top
    /// An element of a list; `orEnd` only right after its bracket.
    case element(orEnd: Bool)
    case afterElement
    /// A member of the one object; `orEnd` only right after its brace.
    case name(orEnd: Bool)
    case colon
    case memberValue
    case afterMember
  }

  mutating func nextValue() throws(InterchangeError) -> JSONElement? {
    while true {
      if scan.count == 0 { skipSpace() }
      guard buffer.start < buffer.end else {
        if buffer.isFinished, expecting != .top { throw truncated() }
        return nil
      }
      let byte = buffer.bytes[buffer.start]
      switch expecting {
      case .top:
        if byte == 0x5B {
          step(to: .element(orEnd: true))
        } else if byte == 0x7B, layout != .values {
          step(to: .name(orEnd: true))
        } else if byte == 0x7B {
          return try value(then: .top)
        } else {
          throw unexpected("a list [ or an object { must stand here")
        }
      case .element(let orEnd):
        guard byte == 0x5D else { return try value(then: .afterElement) }
        guard orEnd else { throw unexpected("a value must follow the comma") }
        endOfList()
      case .afterElement:
        if byte == 0x5D {
          endOfList()
        } else if byte == 0x2C {
          step(to: .element(orEnd: false))
        } else {
          throw unexpected("a comma or ] must follow")
        }
      case .name(let orEnd):
        if byte == 0x7D, orEnd {
          step(to: .top)
        } else {
          guard byte == 0x22 else { throw unexpected("a name in quotes must stand here") }
          guard let name = try value(then: .colon) else { return nil }
          var cursor = name.cursor
          member = try cursor.string()
        }
      case .colon:
        guard byte == 0x3A else { throw unexpected("a colon must follow the name") }
        step(to: .memberValue)
      case .memberValue:
        guard byte == 0x5B, isCut(member) else { return try value(then: .afterMember) }
        step(to: .element(orEnd: true))
      case .afterMember:
        if byte == 0x7D {
          member = ""
          step(to: .top)
        } else if byte == 0x2C {
          step(to: .name(orEnd: false))
        } else {
          throw unexpected("a comma or } must follow")
        }
      }
    }
  }

  private mutating func value(then next: Expecting) throws(InterchangeError) -> JSONElement? {
    let isWhole = buffer.bytes.withUnsafeBytes {
      scan.run(over: UnsafeRawBufferPointer(rebasing: $0[buffer.start...]))
    }
    guard scan.count <= limit else { throw tooLong("record") }
    guard scan.depth <= JSONCursor.deepest else {
      throw unexpected("objects and lists nest deeper than \(JSONCursor.deepest)")
    }
    guard isWhole || (buffer.isFinished && scan.isBare) else {
      if buffer.isFinished { throw truncated() }
      return nil
    }
    let end = buffer.start + scan.count
    guard scan.count > 0 else { throw unexpected("a value must stand here") }
    let element = JSONElement(
      buffer.bytes, buffer.start..<end, at: buffer.place, member: next == .colon ? "" : member)
    buffer.consume(to: end)
    scan = ValueScan()
    expecting = next
    return element
  }

  private mutating func step(to next: Expecting) {
    buffer.consume(to: buffer.start + 1)
    expecting = next
  }

  private mutating func endOfList() {
    step(to: member.isEmpty ? .top : .afterMember)
  }

  private func isCut(_ name: String) -> Bool {
    if case .members(let names) = layout { names.contains(name) } else { false }
  }

  private mutating func skipSpace() {
    var at = buffer.start
    while at < buffer.end, JSONElement.isSpace(buffer.bytes[at]) { at += 1 }
    if at > buffer.start { buffer.consume(to: at) }
  }

  private func unexpected(_ message: String) -> InterchangeError {
    InterchangeError(
      at: buffer.place, field: member, "this is not JSON: \(message)",
      advice: "check that the file is a JSON export")
  }

  private func truncated() -> InterchangeError {
    let end = buffer.place(of: buffer.end)
    return InterchangeError(
      at: end, field: member, "the file ends in the middle of a record, at byte \(end.offset)",
      advice: "it is cut short; fetch or export it again")
  }
}

/// Finds where a value ends, resuming where the last chunk ran out.
///
/// It only counts brackets and jumps over texts: whether the value is JSON at
/// all is for the cursor to judge.
struct ValueScan {
  /// Bytes looked at so far.
  var count = 0
  private(set) var depth = 0
  private var isInText = false
  /// Whether it is a number or a word, which nothing closes.
  private(set) var isBare = false

  /// Looks further; true when the value is whole.
  mutating func run(over bytes: UnsafeRawBufferPointer) -> Bool {
    while count < bytes.count {
      if isInText {
        count = ByteScan.plainText(in: bytes, count..<bytes.count).end
        guard count < bytes.count else { return false }
        if bytes[count] == 0x5C {
          guard count + 1 < bytes.count else { return false }
          count += 1
        } else if bytes[count] == 0x22 {
          isInText = false
          if depth == 0 { return closing() }
        }
        count += 1
        continue
      }
      switch bytes[count] {
      case 0x22:
        if isBare { return true }
        isInText = true
      case 0x7B, 0x5B:
        if isBare { return true }
        depth += 1
        if depth > JSONCursor.deepest { return false }
      case 0x7D, 0x5D:
        if depth <= 1 { return depth == 0 ? true : closing() }
        depth -= 1
      case 0x2C, 0x3A, 0x20, 0x0A, 0x0D, 0x09:
        if depth == 0 { return true }
      default:
        if depth == 0 { isBare = true }
      }
      count += 1
    }
    return false
  }

  private mutating func closing() -> Bool {
    count += 1
    return true
  }
}
