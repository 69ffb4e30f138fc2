internal import Canvas

/// Rows for people, aligned by display width; every text passes the cleaner.
///
/// The last column takes what room is left: on a terminal it is cut to fit, elsewhere it
/// is as long as it is.
struct TextTable {
  private var rows: [[CleanText]]

  /// A table with its headings.
  init(_ headings: [String]) {
    rows = [headings.map { CleanText($0) }]
  }

  /// Adds a row, a text for each heading.
  mutating func add(_ cells: [String]) {
    rows.append(cells.map { CleanText($0) })
  }

  /// The lines, headings first, at most so wide.
  func lines(columns: Int? = nil) -> [String] {
    var widths = rows[0].map { _ in 0 }
    for row in rows {
      for (index, cell) in row.enumerated() { widths[index] = max(widths[index], cell.width) }
    }
    return rows.map { row in
      var line = CleanText.empty
      for (cell, width) in zip(row, widths).dropLast() {
        line = line + cell.padded(to: width + 2)
      }
      if let last = row.last { line = line + last }
      if let columns { line = line.truncated(to: columns) }
      return line.characters.trimmingBlanksAtEnd
    }
  }
}

extension String {
  /// The text without blanks at its end.
  fileprivate var trimmingBlanksAtEnd: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}

extension Shell {
  /// Prints a table, cut to the terminal when there is one.
  func print(_ table: TextTable) throws(Failure) {
    for line in table.lines(columns: columns) { try output.line(line) }
  }
}
