/// A finished sequence after `ESC [` or `ESC O`, and the key it stands for.
///
/// `parameters` is what stands before the final byte: `1;5` in `ESC [ 1;5 A`,
/// where 5 - 1 = 4 is the bit of Control (Shift 1, Alt 2, Control 4, Meta 8).
struct ControlSequence {
  /// `<`, `=`, `>` or `?` before the numbers: not a key, except `<` for the mouse.
  private let prefix: UInt8?
  private let numbers: [Int]
  private let isPlain: Bool
  private let final: UInt8

  init(parameters: [UInt8], final: UInt8) {
    self.final = final
    var bytes = parameters[...]
    if let first = bytes.first, (0x3C...0x3F).contains(first) {
      prefix = bytes.removeFirst()
    } else {
      prefix = nil
    }
    isPlain = bytes.allSatisfy { (0x30...0x3B).contains($0) }
    numbers = bytes.isEmpty ? [] : ControlSequence.numbers(of: bytes)
  }

  /// Whether pasted text follows.
  var beginsPaste: Bool { prefix == nil && isPlain && final == 0x7E && numbers == [200] }

  /// What the sequence says; nil for answers and for what nobody knows.
  var input: Input? {
    guard isPlain else { return nil }
    if prefix == UInt8(ascii: "<") { return mouse.map(Input.mouse) }
    guard prefix == nil else { return nil }
    switch final {
    case UInt8(ascii: "I") where numbers.isEmpty: return .focus(true)
    case UInt8(ascii: "O") where numbers.isEmpty: return .focus(false)
    default: return key.map(Input.key)
    }
  }

  /// What `ESC O` and this final byte stand for: cursor and function keys, the keypad.
  var keypadKey: Key? {
    let modifiers = max(0, (numbers.last ?? 1) - 1)
    switch final {
    case UInt8(ascii: "M"): return Key.enter.modified(by: modifiers)
    case UInt8(ascii: "R"): return Key.function(3).modified(by: modifiers)
    case UInt8(ascii: "X"): return .character("=")
    case 0x61...0x64: return ControlSequence.arrow(final & 0x5F).map(Key.control)
    case 0x6A...0x79: return .character(Character(Unicode.Scalar(final - 0x40)))
    default: return ControlSequence.letterKey(final)?.modified(by: modifiers)
    }
  }

  private var key: Key? {
    let modifiers = numbers.count > 1 ? max(0, numbers[1] - 1) : 0
    switch final {
    case UInt8(ascii: "~"):
      if numbers.first == 27, numbers.count == 3 { return coded(numbers[2], modifiers) }
      return numberedKey?.modified(by: modifiers)
    case UInt8(ascii: "u"): return numbers.first.flatMap { coded($0, modifiers) }
    case UInt8(ascii: "$"): return numberedKey.map(Key.shift)
    case UInt8(ascii: "^"): return numberedKey.map(Key.control)
    case UInt8(ascii: "@"): return numberedKey.map { .control(.shift($0)) }
    case UInt8(ascii: "Z"): return Key.backtab.modified(by: modifiers & ~1)
    case 0x61...0x64: return ControlSequence.arrow(final & 0x5F).map(Key.shift)
    // `ESC [ 1 ; 2 R` may be F3 with Shift, but a cursor report looks the same.
    default: return ControlSequence.letterKey(final)?.modified(by: modifiers)
    }
  }

  private var numberedKey: Key? {
    switch numbers.first {
    case 1, 7: .home
    case 2: .insert
    case 3: .delete
    case 4, 8: .end
    case 5: .pageUp
    case 6: .pageDown
    case .some(let number) where (11...34).contains(number):
      // The numbers skip 16, 22, 27 and 30, as the function keys stood in blocks.
      [16, 22, 27, 30].contains(number)
        ? nil : .function(number - 10 - [16, 22, 27, 30].count { $0 < number })
    default: nil
    }
  }

  /// A key by its character's number, as modifyOtherKeys and kitty send it.
  private func coded(_ code: Int, _ modifiers: Int) -> Key? {
    guard let scalar = UInt32(exactly: code).flatMap(Unicode.Scalar.init) else { return nil }
    if code < 0x20 || code == 0x7F {
      let key = Key(byte: UInt8(code))
      return key == .tab && modifiers & 1 == 1
        ? Key.backtab.modified(by: modifiers & ~1) : key.modified(by: modifiers)
    }
    guard !(0x80..<0xA0).contains(code), !(0xE000..<0xF900).contains(code) else { return nil }
    var key = Key.character(Character(scalar))
    if modifiers & 4 != 0, code < 0x80 {
      key = .ctrl(Character(Character(scalar).lowercased()))
    } else if modifiers & 1 != 0, (0x61...0x7A).contains(code) {
      key = Key(byte: UInt8(code - 0x20))
    }
    return key.modified(by: modifiers & ~5)
  }

  private static func arrow(_ final: UInt8) -> Key? {
    switch final {
    case UInt8(ascii: "A"): .up
    case UInt8(ascii: "B"): .down
    case UInt8(ascii: "C"): .right
    case UInt8(ascii: "D"): .left
    default: nil
    }
  }

  private static func letterKey(_ final: UInt8) -> Key? {
    switch final {
    case UInt8(ascii: "H"): .home
    case UInt8(ascii: "F"): .end
    case UInt8(ascii: "P"): .function(1)
    case UInt8(ascii: "Q"): .function(2)
    case UInt8(ascii: "S"): .function(4)
    default: arrow(final)
    }
  }

  /// The numbers between semicolons; a missing one is 1, a sub-parameter is ignored.
  private static func numbers(of bytes: ArraySlice<UInt8>) -> [Int] {
    bytes.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map { field in
      let digits = field.prefix { (0x30...0x39).contains($0) }
      guard !digits.isEmpty else { return 1 }
      return digits.reduce(0) { min(1_000_000, $0 * 10 + Int($1) - 0x30) }
    }
  }
}

extension ControlSequence {
  private var mouse: MouseEvent? {
    guard numbers.count == 3, final == UInt8(ascii: "M") || final == UInt8(ascii: "m") else {
      return nil
    }
    return ControlSequence.mouse(
      numbers[0], x: numbers[1], y: numbers[2], isRelease: final == UInt8(ascii: "m"))
  }

  /// An event from its code (button in the low two bits, 32 moving, 64 the wheel) and place.
  static func mouse(_ code: Int, x: Int, y: Int, isRelease: Bool) -> MouseEvent? {
    guard x > 0, y > 0, (0..<128).contains(code) else { return nil }
    let buttons: [MouseEvent.Button] = [.left, .middle, .right, .none]
    let button = buttons[code & 3]
    let action: MouseEvent.Action
    if code & 64 != 0 {
      guard code & 3 < 2, !isRelease else { return nil }
      action = code & 3 == 0 ? .wheelUp : .wheelDown
      return MouseEvent(action, .none, x: x - 1, y: y - 1)
    } else if code & 32 != 0 {
      action = button == .none ? .move : .drag
    } else {
      action = isRelease || button == .none ? .release : .press
    }
    return MouseEvent(action, button, x: x - 1, y: y - 1)
  }
}

extension Key {
  /// The key with the modifiers of a sequence, Alt outermost.
  fileprivate func modified(by bits: Int) -> Key {
    var key = self
    if bits & 1 != 0 { key = .shift(key) }
    if bits & 4 != 0 { key = .control(key) }
    if bits & 10 != 0 { key = .alt(key) }
    return key
  }
}
