import CMarkdown

/// A table: its cells while they are read, and their layout.
struct MarkdownTable {
  enum Alignment {
    case left, center, right
  }

  struct Row {
    let isHeader: Bool
    var cells: [MarkdownFlow] = []
  }

  let alignments: [Alignment]
  var rows: [Row] = []

  /// Below this many columns of text side by side nobody can read a cell.
  private static let narrowest = 10
  /// A cell of more lines than this is not to be read side by side with others.
  private static let tallest = 50
  /// A longer name of a column is not repeated in every row.
  private static let longestName = 60

  /// The lines of the table in so many columns.
  ///
  /// Columns get what they need if all fit; else those that need less than an
  /// even share keep it, and the others divide the rest and wrap. When even
  /// that leaves too little, each row becomes a paragraph per cell, headed by
  /// the name of its column.
  func lines(width: Int, marks: MarkdownMarks) -> [[Span]] {
    let needs = alignments.indices.map { column in
      max(1, rows.map { $0.cells[safe: column]?.widestLine ?? 0 }.max() ?? 1)
    }
    let room = width - 3 * (needs.count - 1)
    let widths = Self.shares(of: room, needs)
    let isReadable = zip(widths, needs).allSatisfy { width, need in
      width >= min(need, Self.narrowest) && need <= width * Self.tallest
    }
    return isReadable ? grid(widths, marks) : records(width: width)
  }

  /// Divides the room among columns; small needs are met first.
  static func shares(of room: Int, _ needs: [Int]) -> [Int] {
    var widths = needs
    var rest = max(0, room)
    var left = needs.count
    for column in needs.indices.sorted(by: { needs[$0] < needs[$1] }) {
      widths[column] = min(needs[column], rest / left)
      rest -= widths[column]
      left -= 1
    }
    return widths
  }
}

// MARK: Side by side

extension MarkdownTable {
  private func grid(_ widths: [Int], _ marks: MarkdownMarks) -> [[Span]] {
    var lines: [[Span]] = []
    for row in rows {
      lines += gridLines(of: row, widths, marks)
      if row.isHeader { lines.append([Span(marks.tableRule(widths), .border)]) }
    }
    return lines
  }

  private func gridLines(of row: Row, _ widths: [Int], _ marks: MarkdownMarks) -> [[Span]] {
    let cells = widths.indices.map { row.cells[safe: $0]?.wrapped(to: widths[$0]) ?? [] }
    let height = max(1, cells.map(\.count).max() ?? 1)
    return (0..<height).map { y in
      var spans: [Span] = []
      for (column, cell) in cells.enumerated() {
        if column > 0 { spans.append(Span(marks.tableColumn, .border)) }
        let line = cell[safe: y] ?? MarkdownFlow.Line()
        append(line, column, widths[column], isLast: column == cells.count - 1, to: &spans)
      }
      return spans
    }
  }

  private func append(
    _ line: MarkdownFlow.Line, _ column: Int, _ width: Int, isLast: Bool, to spans: inout [Span]
  ) {
    if isLast, line.spans.isEmpty { return }
    let slack = width - line.width
    let before =
      switch alignments[column] {
      case .left: 0
      case .center: slack / 2
      case .right: slack
      }
    if before > 0 { spans.append(Span(.blank(before), .text)) }
    spans += line.spans
    if slack > before, !isLast { spans.append(Span(.blank(slack - before), .text)) }
  }
}

// MARK: One below the other

extension MarkdownTable {
  private func records(width: Int) -> [[Span]] {
    let header = rows.first { $0.isHeader }?.cells ?? []
    let body = rows.filter { !$0.isHeader }
    guard !body.isEmpty else { return header.flatMap { $0.wrapped(to: width).map(\.spans) } }
    var lines: [[Span]] = []
    for row in body {
      if !lines.isEmpty { lines.append([]) }
      for (column, cell) in row.cells.enumerated() where !cell.isEmpty {
        var record = MarkdownFlow()
        if let name = header[safe: column], (1...Self.longestName).contains(name.count) {
          record = name
          record.append(": ", Style(.dim))
        }
        record.append(cell)
        lines += record.wrapped(to: width).map(\.spans)
      }
    }
    return lines
  }
}

// MARK: Reading

extension MarkdownRenderer {
  mutating func openTable(_ event: MarkdownEvent) {
    beginBlock()
    let letters = UnsafeBufferPointer(start: event.alignments, count: Int(event.count))
    table = MarkdownTable(
      alignments: letters.map { letter in
        switch letter {
        case UInt8(ascii: "c"): .center
        case UInt8(ascii: "r"): .right
        default: .left
        }
      })
  }

  mutating func openRow(isHeader: Bool) {
    table?.rows.append(MarkdownTable.Row(isHeader: isHeader))
    inline = MarkdownInline(base: isHeader ? Style(.strong, isBold: true) : Style(.text))
  }

  mutating func closeCell() {
    if let row = table?.rows.indices.last { table?.rows[row].cells.append(flow) }
    flow = MarkdownFlow()
  }

  mutating func closeTable() {
    let lines = table?.lines(width: room, marks: marks) ?? []
    table = nil
    for line in lines { emit(line) }
  }
}

extension Array {
  /// The element there, or nil beyond the end: rows may be shorter than the table is wide.
  fileprivate subscript(safe index: Int) -> Element? {
    indices.contains(index) ? self[index] : nil
  }
}
