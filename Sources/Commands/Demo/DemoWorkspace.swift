internal import Domain
internal import Storage

/// The demo's workspace: made at the first time, found again later.
struct DemoWorkspace {
  let store: Store
  /// Whether it was made just now.
  let isNew: Bool
  /// What of its past could not be made, each with the reason; none, unless the plan is wrong.
  private(set) var refused: [String] = []
  private let company: DemoCompany
  private let shift: TimeShift
  private let shell: Shell

  /// How long ago the newest thing in the demo happened, in milliseconds.
  private static let quiet = 20 * Instant.minute

  init(_ company: DemoCompany, at path: String, _ shell: Shell) throws {
    self.company = company
    self.shell = shell
    shift = TimeShift(from: company.newest, to: shell.now.advanced(by: -DemoWorkspace.quiet))
    let place = try WorkspacePath(path, shell)
    if !Store.fileExists(place.path) { try place.makeFolder() }
    store = try Store.openOrCreate(path: place.path, environment: shell.environment)
    let people = try store.people()
    isNew = try people.isEmpty && store.projects(counting: false).map(\.prefix).isEmpty
    guard isNew || people.contains(where: { $0.id == company.personID }) else {
      throw Failure(
        .failed, "\(place.path) holds another workspace; name another file with --workspace")
    }
    if isNew { try fill() }
  }

  /// Makes the company as it was some weeks ago, and lets happen what happened since.
  private mutating func fill() throws {
    var history = DemoHistory(try DemoPlan.shipped(), now: shell.now)
    let zones = shell.environment.zones(history.zoneNames.union(company.zoneNames))
    let clock = DemoClock(shell.now.advanced(by: -DemoHistory.span - Instant.hour))
    let past = try Store.openOrCreate(path: store.path, environment: clock.environment(zones))
    var importer = try Importer(into: past, options: options("made the demo company"))
    try importer.take(company.records.map(shift.moving))
    _ = try importer.finish()
    try history.play(into: past, clock, zones)
    refused = history.refused
    try store.set(.person, to: DemoCompany.person)
  }

  /// Adds generated issues, as far as they are not there yet.
  func generate(_ count: Int, seed: UInt64) throws {
    let generator = IssueGenerator(
      phrases: try Phrases.shipped(), streams: company.streams, seed: seed, base: company.newest)
    let source = GeneratedSource(generator: generator, count: count, shift: shift)
    let begun = shell.now
    let intake = Intake(source, title: "generating", shell)
    var importer = try Importer(into: store, options: options("generated \(count.grouped) issues"))
    let ending = try intake.run(into: &importer)
    let report = try importer.finish()
    if case .failed(let failure) = ending { throw failure }
    if case .interrupted = ending {
      throw Failure(
        .interrupted,
        "stopped; \(report.created.grouped) generated issues stand; run it again to finish")
    }
    let time = WorkProgress.duration(shell.now.milliseconds - begun.milliseconds)
    try shell.say(
      report.created == 0
        ? "the \(count.grouped) generated issues are here already"
        : "added \(report.created.grouped) generated issues in \(time)")
  }

  private func options(_ title: String) -> Importer.Options {
    Importer.Options(project: "", title: title, author: nil)
  }
}
