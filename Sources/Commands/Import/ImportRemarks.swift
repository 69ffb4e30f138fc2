internal import Canvas
internal import Domain
internal import Storage

/// What else there is to say about an import: repairs, edits of ours that were kept, new numbers.
struct ImportRemarks {
  private var lines: [String] = []

  /// How many of each kind are said.
  private static let limit = 5

  init(_ report: ImportReport, _ warnings: InterchangeWarnings?, file: String) {
    if let warnings { add(warnings.first.map { "\(file): \($0)" }, of: warnings.count) }
    add(report.mended.map { "\(file): \($0)" }, of: report.mendedCount)
    add(report.kept, of: report.keptCount)
    add(report.renumbered, of: report.renumbered.count)
    if report.danglingLinks > 0 {
      let count = report.danglingLinks
      let links = count == 1 ? "1 link waits" : "\(count.grouped) links wait"
      lines.append("\(links) for issues that are not in this workspace yet")
    }
  }

  /// Says everything on standard error.
  func say(in shell: Shell) throws(Failure) {
    for line in lines { try shell.say(CleanText(line).characters) }
  }

  private mutating func add(_ sentences: [String], of count: Int) {
    lines += sentences.prefix(ImportRemarks.limit)
    let rest = count - min(ImportRemarks.limit, sentences.count)
    if rest > 0 { lines.append("and \(rest.grouped) more like that") }
  }
}
