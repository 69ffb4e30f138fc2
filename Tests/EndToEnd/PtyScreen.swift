/// What a terminal would show of the bytes written to it: the text alone, no looks.
///
/// It knows what ncurses writes for xterm; a wide character takes one place here,
/// so columns are only right left of it.
struct PtyScreen {
  private var rows: [[Character]]
  private let width: Int
  private var row = 0
  private var column = 0
  private var last: Character = " "
  private var pending: [UInt8] = []

  init(width: Int, height: Int) {
    self.width = width
    rows = Array(repeating: Array(repeating: " ", count: width), count: height)
  }

  /// The rows, one a line.
  var text: String { rows.map { String($0) }.joined(separator: "\n") }

  /// Takes bytes as they come, cut anywhere.
  mutating func take(_ bytes: [UInt8]) {
    pending += bytes
    var rest = pending[...]
    while let length = lengthOfFirst(rest) {
      let unit = Array(rest.prefix(length))
      rest = rest.dropFirst(length)
      take(unit: unit)
    }
    pending = Array(rest)
  }

  /// How long the first character or sequence is; nil when it has not come whole.
  private func lengthOfFirst(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard let first = bytes.first else { return nil }
    var length = first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    if first == 0x1B {
      guard let second = bytes.dropFirst().first else { return nil }
      let tail = bytes.dropFirst(2)
      switch second {
      case UInt8(ascii: "["):
        guard let end = tail.firstIndex(where: { 0x40...0x7E ~= $0 }) else { return nil }
        length = end - bytes.startIndex + 1
      case UInt8(ascii: "]"):
        guard let end = tail.firstIndex(of: 7) else { return nil }
        length = end - bytes.startIndex + 1
      case UInt8(ascii: "("), UInt8(ascii: ")"): length = 3
      default: length = 2
      }
    }
    return bytes.count < length ? nil : length
  }

  private mutating func take(unit: [UInt8]) {
    switch unit[0] {
    case 0x1B where unit.count > 1: obey(unit)
    case 8: column = max(0, column - 1)
    case 10: lineFeed()
    case 13: column = 0
    case 0..<32: break
    default: for character in String(decoding: unit, as: UTF8.self) { put(character) }
    }
  }

  private mutating func put(_ character: Character) {
    if column >= width {
      column = 0
      lineFeed()
    }
    rows[row][column] = character
    last = character
    column += 1
  }

  private mutating func lineFeed() {
    guard row == rows.count - 1 else { return row += 1 }
    scroll(from: 0, by: 1)
  }

  private mutating func obey(_ unit: [UInt8]) {
    guard unit[1] == UInt8(ascii: "["), unit.count > 2, unit[2] != UInt8(ascii: "?") else {
      return
    }
    let numbers = unit.dropFirst(2).dropLast().split(
      separator: UInt8(ascii: ";"), omittingEmptySubsequences: false
    ).map { Int(String(decoding: $0, as: UTF8.self)) }
    let first = numbers.first.flatMap { $0 } ?? 0
    let many = max(1, first)
    switch Character(Unicode.Scalar(unit[unit.count - 1])) {
    case "H": go(many - 1, max(1, numbers.dropFirst().first.flatMap { $0 } ?? 1) - 1)
    case "d": go(many - 1, column)
    case "G": go(row, many - 1)
    case "A": go(row - many, column)
    case "B": go(row + many, column)
    case "C": go(row, column + many)
    case "D": go(row, column - many)
    case "X": blank(column..<column + many)
    case "K": blank(first == 1 ? 0..<column + 1 : column..<width)
    case "J":
      if first == 2 { go(0, 0) }
      blank(column..<width)
      for below in row + 1..<max(row + 1, rows.count) {
        rows[below] = Array(repeating: " ", count: width)
      }
    case "b": for _ in 0..<many { put(last) }
    case "P":
      rows[row].removeSubrange(column..<min(width, column + many))
      rows[row] += Array(repeating: " ", count: width - rows[row].count)
    case "@":
      rows[row].insert(contentsOf: Array(repeating: " ", count: many), at: column)
      rows[row].removeLast(many)
    case "M": scroll(from: row, by: many)
    case "S": scroll(from: 0, by: many)
    case "L":
      for _ in 0..<many {
        rows.insert(Array(repeating: " ", count: width), at: row)
        rows.removeLast()
      }
    default: break
    }
  }

  private mutating func scroll(from top: Int, by lines: Int) {
    for _ in 0..<lines {
      rows.remove(at: top)
      rows.append(Array(repeating: " ", count: width))
    }
  }

  private mutating func blank(_ columns: Range<Int>) {
    for place in columns.clamped(to: 0..<width) { rows[row][place] = " " }
  }

  private mutating func go(_ row: Int, _ column: Int) {
    self.row = min(max(0, row), rows.count - 1)
    self.column = min(max(0, column), width - 1)
  }
}
