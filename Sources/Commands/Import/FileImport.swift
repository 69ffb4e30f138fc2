internal import Canvas
internal import Domain
internal import Glibc
internal import Storage

/// One file on its way into a workspace.
struct FileImport {
  let source: FileSource
  /// The project that was asked for.
  let prefix: String?
  let isDryRun: Bool
  let workspace: WorkspaceOptions
  let form: OutputForm
  let shell: Shell

  func run() throws {
    let begun = shell.now
    let guess = prefix == nil && source.isGitHubs ? ProjectGuess(source.beginning) : nil
    let project = prefix ?? guess?.prefix
    let homeless = HomelessRecords(file: source.name, isAllowed: project != nil)
    let intake = Intake(source, title: source.name, shell, checking: homeless.check)
    try intake.begin()
    let place = try isDryRun ? TrialWorkspace(workspace, shell) : nil
    defer { place?.remove() }
    let workspace = try (place?.options ?? workspace).openOrCreate(shell)
    var importer = try Importer(
      into: workspace.store,
      options: Importer.Options(
        project: project ?? "", projectName: guess?.name ?? "",
        title: "imported \(source.name)", author: workspace.me),
      isDryRun: isDryRun)
    let ending = try intake.run(into: &importer)
    let report = try finish(&importer, after: ending)
    try tell(ending, report, after: shell.now.milliseconds - begun.milliseconds, project)
    // What a schedule needs that this machine lacks is found out now, not by the first page.
    guard report.others > 0 || report.people > 0 else { return }
    let zones = try workspace.store.watchBill(for: nil).zones.missing
    for (_, problem) in zones.sorted(by: { $0.key < $1.key }) {
      try shell.say(CleanText(problem).characters)
    }
  }

  /// Ends the import; what stopped it before is told rather than what may stop its end too.
  private func finish(
    _ importer: inout Importer, after ending: Intake.Ending
  ) throws -> ImportReport {
    do throws(StoreError) {
      return try importer.finish()
    } catch {
      guard case .failed = ending else { throw error }
      return importer.report
    }
  }

  private func tell(
    _ ending: Intake.Ending, _ report: ImportReport, after milliseconds: Int64, _ project: String?
  ) throws {
    let warnings: InterchangeWarnings?
    switch ending {
    case .whole(let all): warnings = all
    case .interrupted:
      throw Failure(.interrupted, "stopped; \(standing(report)); run it again to finish")
    case .failed(let failure):
      let remedy = failure.status == .badData ? "mend the file and run it again" : "run it again"
      throw Failure(failure.status, "\(failure.message); \(standing(report)); \(remedy)")
    }
    let summary = ImportSummary(
      report: report, file: source.name, project: project, milliseconds: milliseconds,
      isDryRun: isDryRun)
    if try !form.print(one: report, .importReport, shell) {
      try shell.output.line(CleanText(summary.sentence).characters)
    }
    try shell.output.flush()
    try ImportRemarks(report, warnings, file: source.name).say(in: shell)
  }

  /// What is in the workspace after an import that did not come to its end.
  private func standing(_ report: ImportReport) -> String {
    if isDryRun || report.changedNothing { return "nothing was changed" }
    let count = report.created + report.updated
    return "\(count.grouped) issues were brought in and stand"
  }
}

/// Finds records that name no project, when none was asked for.
struct HomelessRecords {
  let file: String
  let isAllowed: Bool

  func check(_ records: [IncomingRecord]) throws(Failure) {
    guard !isAllowed else { return }
    for record in records {
      switch record {
      case .issue(let issue) where issue.prefix == nil: try refuse(issue.line)
      case .label(let label) where label.project == nil: try refuse(label.line)
      case .milestone(let milestone) where milestone.project == nil: try refuse(milestone.line)
      default: continue
      }
    }
  }

  private func refuse(_ line: Int) throws(Failure) {
    throw Failure(
      .usage,
      "\(file): line \(line): the record names no project; say which with --project PREFIX")
  }
}
