internal import Domain
internal import Storage

/// What an import did, in one sentence for people.
struct ImportSummary {
  let report: ImportReport
  let file: String
  /// The project of records that name none; nil when every record named its own.
  let project: String?
  let milliseconds: Int64
  let isDryRun: Bool

  /// The sentence.
  ///
  ///     imported 446 issues and 998 pulls, 4,000 comments from a.json into TLS in 0.3 s
  ///     nothing changed: all 1,444 issues of a.json are here as they stand
  var sentence: String {
    guard !report.changedNothing else { return nothing }
    let verb = isDryRun ? "would import" : "imported"
    let into = project.map { " into \($0)" } ?? ""
    let time = isDryRun ? "" : " in \(WorkProgress.duration(milliseconds))"
    return "\(verb) \(facts.joined(separator: ", ")) from \(file)\(into)\(time)"
  }

  private var nothing: String {
    let subject =
      switch report.unchanged {
      case 0: "\(file) holds nothing new"
      case 1: "the one issue of \(file) is here as it stands"
      default: "all \(report.unchanged.grouped) issues of \(file) are here as they stand"
      }
    return "nothing changed: \(subject)"
  }

  private var facts: [String] {
    var facts: [String] = []
    let issues = report.created - report.createdPulls
    let new = [counted(issues, "issue"), counted(report.createdPulls, "pull")].compactMap(\.self)
    if !new.isEmpty { facts.append(new.joined(separator: " and ")) }
    if report.updated > 0 { facts.append("\(report.updated.grouped) updated") }
    if report.unchanged > 0 { facts.append("\(report.unchanged.grouped) unchanged") }
    facts += [
      counted(report.comments, "comment"), counted(report.people, "person", "people"),
      counted(report.labels, "label"),
    ].compactMap(\.self)
    let others = report.others + report.directoryChanges
    if let others = counted(others, "other record") { facts.append(others) }
    return facts
  }

  private func counted(_ count: Int, _ one: String, _ many: String? = nil) -> String? {
    guard count > 0 else { return nil }
    return "\(count.grouped) \(count == 1 ? one : many ?? one + "s")"
  }
}
