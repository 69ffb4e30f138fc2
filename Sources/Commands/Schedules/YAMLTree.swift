internal import Yams

/// A value of a YAML file and where it stands.
struct YAMLTree {
  /// A line and a character of it, both counted from 1.
  struct Place: Equatable {
    var line: Int
    var column: Int
  }

  enum Content {
    /// A text as written; plain is without quotation marks.
    case text(String, isPlain: Bool)
    case list([YAMLTree])
    case members([(name: YAMLTree, value: YAMLTree)])
  }

  let place: Place
  let content: Content
  /// How many values it is made of, what aliases repeat counted each time.
  let size: Int

  init(_ place: Place, _ content: Content) {
    self.place = place
    self.content = content
    let parts: [Int] =
      switch content {
      case .text: []
      case .list(let items): items.map(\.size)
      case .members(let members): members.map { $0.name.size &+ $0.value.size }
      }
    size = parts.reduce(1) { sum, part in min(sum + part, YAMLTree.largestSize + 1) }
  }

  /// The most values a file may have after its aliases were followed.
  static let largestSize = 1 << 20
  /// The most bytes a file may have: 1 MiB.
  static let largestFile = 1 << 20
}

extension YAMLTree {
  /// Whether it is nothing: empty, `~` or `null`.
  var isNull: Bool {
    guard case .text(let text, isPlain: true) = content else { return false }
    return ["", "~", "null", "Null", "NULL"].contains(text)
  }

  /// The tree of a file's bytes; throws with the place of what is no YAML, or more than one text.
  ///
  /// Yams would follow aliases itself, but it compares whole keys and so can be
  /// kept busy for ever by a few lines of aliases to aliases. So it gets the
  /// text with another sign for the asterisk, and aliases are followed here,
  /// where a value that is used twice is counted twice.
  init(bytes: [UInt8]) throws(ScheduleFault) {
    let start = Place(line: 1, column: 1)
    guard bytes.count <= YAMLTree.largestFile else {
      throw ScheduleFault(start, "the file is larger than 1 MiB; a schedule has a few kilobytes")
    }
    let text = try checkedText(bytes)
    let asterisk = try text.unusedSign()
    // libyaml keeps pointing into the text; those of 15 bytes or less have no place to point to.
    let padding = text.utf8.count < 16 ? String(repeating: "\n", count: 16) : ""
    let masked = text.masking(with: asterisk) + padding
    do {
      let parser = try Parser(yaml: masked, resolver: .basic, encoding: .utf8)
      guard let root = try parser.singleRoot() else {
        throw ScheduleFault(start, "the file is empty; write at least 'schedule', 'zone', 'layers'")
      }
      // The parser owns the anchors, to which nodes only point.
      var builder = TreeBuilder(asterisk: asterisk)
      self = try withExtendedLifetime(parser) { try builder.tree(root) }
    } catch let fault as ScheduleFault {
      throw fault
    } catch {
      throw ScheduleFault(error, asterisk: asterisk, lines: text.utf8.count { $0 == 0x0A } + 1)
    }
    guard size <= YAMLTree.largestSize else {
      throw ScheduleFault(start, "the aliases repeat more than a million values; write less")
    }
  }
}

/// Makes our tree of Yams', and follows aliases.
private struct TreeBuilder {
  let asterisk: Unicode.Scalar
  private var anchors: [String: YAMLTree] = [:]

  init(asterisk: Unicode.Scalar) {
    self.asterisk = asterisk
  }

  mutating func tree(_ node: Node) throws(ScheduleFault) -> YAMLTree {
    let place = YAMLTree.Place(line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
    let tree: YAMLTree
    switch node {
    case .scalar(let scalar):
      let isPlain = scalar.style == .plain
      if isPlain, scalar.string.unicodeScalars.first == asterisk {
        return try target(of: String(scalar.string.unicodeScalars.dropFirst()), place)
      }
      tree = YAMLTree(place, .text(scalar.string.unmasking(asterisk), isPlain: isPlain))
    case .sequence(let sequence):
      var items: [YAMLTree] = []
      for item in sequence { items.append(try self.tree(item)) }
      tree = YAMLTree(place, .list(items))
    case .mapping(let mapping):
      var members: [(name: YAMLTree, value: YAMLTree)] = []
      for (name, value) in mapping {
        members.append((try self.tree(name), try self.tree(value)))
      }
      tree = YAMLTree(place, .members(members))
    case .alias(let alias): return try target(of: alias.anchor.rawValue, place)
    }
    if let anchor = node.anchor { anchors[anchor.rawValue] = tree }
    return tree
  }

  private func target(of name: String, _ place: YAMLTree.Place) throws(ScheduleFault) -> YAMLTree {
    guard let tree = anchors[name] else {
      throw ScheduleFault(
        place, "no value before is named &\(name.shown); put a text that begins with * in quotes")
    }
    return tree
  }
}

extension ScheduleFault {
  /// What Yams says in its first words, and where: within the lines of the text.
  fileprivate init(_ error: any Error, asterisk: Unicode.Scalar, lines: Int) {
    var place = YAMLTree.Place(line: 1, column: 1)
    let words: String
    switch error as? YamlError {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      // What does not end is shown where it begins.
      let shown = mark.line <= lines ? mark : context?.mark ?? mark
      place = YAMLTree.Place(line: min(shown.line, lines), column: shown.column)
      let around = context.map { " (\($0.text), line \($0.mark.line))" } ?? ""
      words = "this is not YAML: \(problem)\(around); check brackets, quotes and indents"
    case .duplicatedKeysInMapping(let names, let context):
      place = YAMLTree.Place(line: context.mark.line, column: context.mark.column)
      self.init(
        place, field: (names.first ?? "").unmasking(asterisk), "is written twice; keep one of them")
      return
    default: words = "this is not YAML; check brackets, quotes and indents"
    }
    self.init(place, words)
  }
}

/// The text of UTF-8 bytes without a byte order mark, all of whose characters YAML allows.
private func checkedText(_ bytes: [UInt8]) throws(ScheduleFault) -> String {
  let bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
  var place = YAMLTree.Place(line: 1, column: 1)
  var text = String.UnicodeScalarView()
  var decoder = UTF8()
  var iterator = bytes.makeIterator()
  while true {
    switch decoder.decode(&iterator) {
    case .emptyInput: return String(text)
    case .error: throw ScheduleFault(place, "here is no UTF-8; save the file as UTF-8")
    case .scalarValue(let scalar):
      guard scalar.isAllowedInYAML else {
        let number = String(scalar.value, radix: 16, uppercase: true)
        throw ScheduleFault(
          place, "here is a character that YAML does not allow (U+\(number)); take it out")
      }
      text.append(scalar)
      if scalar == "\n" {
        place = YAMLTree.Place(line: place.line + 1, column: 1)
      } else {
        place.column += 1
      }
    }
  }
}

extension Unicode.Scalar {
  /// Whether it may stand in a YAML text (YAML 1.1, 5.1), with a byte order mark only at its start.
  fileprivate var isAllowedInYAML: Bool {
    switch value {
    case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0x85, 0xA0...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD,
      0x10000...0x10FFFF:
      true
    default: false
    }
  }
}

extension String {
  /// A character for private use that the text does not have.
  fileprivate func unusedSign() throws(ScheduleFault) -> Unicode.Scalar {
    let used = Set(unicodeScalars.lazy.map(\.value).filter { (0xE000...0xF8FF).contains($0) })
    for value in UInt32(0xE000)...0xF8FF where !used.contains(value) {
      if let sign = Unicode.Scalar(value) { return sign }
    }
    throw ScheduleFault(
      YAMLTree.Place(line: 1, column: 1),
      "the file has every character for private use; it is "
        + "no schedule")
  }

  fileprivate func masking(with sign: Unicode.Scalar) -> String {
    replacing("*", with: sign)
  }

  fileprivate func unmasking(_ sign: Unicode.Scalar) -> String {
    replacing(sign, with: "*")
  }

  private func replacing(_ old: Unicode.Scalar, with new: Unicode.Scalar) -> String {
    var text = UnicodeScalarView()
    for scalar in unicodeScalars { text.append(scalar == old ? new : scalar) }
    return String(text)
  }
}
