import ArgumentParser
import Domain
import Storage
import Support
import Testing

@testable import Commands

/// Commands run in process on a workspace of their own, with a clock that is set by hand.
final class CommandBench {
  private let folder: TestFolder
  /// The present, which moves only when a test moves it.
  var now: Instant

  /// What one run printed and how it ended.
  struct Outcome {
    var status: Int32
    var output: String
    var errors: String
    /// The lines of the output.
    var lines: [String] { output.split(separator: "\n").map(String.init) }
  }

  /// Ana of Copenhagen and Bo of New York are team api, which owns the router and takes weekly
  /// turns from Monday 09:00 in New York; it is Wednesday of Ana's week.
  init(now: String = "2026-03-11T10:00:00Z") throws {
    folder = try TestFolder()
    self.now = Instant(iso8601: now) ?? Instant(milliseconds: 0)
    for words in [
      "person add ana --zone Europe/Copenhagen --email ana@example.org", "person use ana",
      "person add bo --zone America/New_York --email bo@example.org",
      "team add api --member ana,bo", "service add router --team api", "project add API",
      "issue create --project API --title 'Parser eats newlines' --owner ana",
    ] { try succeed(words) }
    try write(CommandBench.schedule, to: "api.yaml")
    try succeed("oncall show --apply api.yaml")
  }

  /// The demo's company as it is at a moment; its person acts.
  init(demoAt now: String) throws {
    folder = try TestFolder()
    self.now = Instant(iso8601: now) ?? Instant(milliseconds: 0)
    _ = try DemoWorkspace(DemoCompany.shipped(), at: "\(folder.path)/work.db", shell())
  }

  deinit { folder.remove() }

  static let schedule = """
    schedule: api-primary
    role: primary
    team: api
    zone: America/New_York
    layers:
      - name: week
        rotation: {unit: week, anchor: 2026-03-09T09:00, participants: [ana, bo]}
    """

  /// Runs the program with words cut as a shell cuts them; a name that ends in `.yaml`, `.ics` or
  /// `.md` is a file of the test's folder.
  @discardableResult
  func run(_ line: String, as person: String? = nil) -> Outcome {
    var arguments = words(of: line).map { word in
      ["yaml", "ics", "md"].contains { word.hasSuffix(".\($0)") } ? "\(folder.path)/\(word)" : word
    }
    if let person { arguments += ["--as", person] }
    let shell = shell()
    var outcome = Outcome(status: 0, output: "", errors: "")
    do {
      let command = try Watchbill.parseAsRoot(normalized(arguments))
      guard let ours = command as? any ShellCommand else { throw CleanExit.helpRequest() }
      try ours.run(in: shell)
    } catch {
      let failure = Failure(error)
      outcome.status = failure?.status.rawValue ?? Watchbill.exitCode(for: error).rawValue
      outcome.errors = failure?.message ?? Watchbill.message(for: error)
    }
    outcome.output = shell.output.text
    outcome.errors = shell.errors.text + outcome.errors
    return outcome
  }

  /// Runs the program, which must succeed.
  @discardableResult
  func succeed(
    _ line: String, as person: String? = nil, sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Outcome {
    let outcome = run(line, as: person)
    #expect(outcome.status == 0, "\(line): \(outcome.errors)", sourceLocation: sourceLocation)
    return outcome
  }

  /// Writes a file into the test's folder.
  func write(_ text: String, to name: String) throws {
    let file = try OutputFile("\(folder.path)/\(name)")
    try file.sink.write(text)
    try file.sink.flush()
    try file.keep()
  }

  /// The text of a file in the test's folder.
  func read(_ name: String) -> String { TextFile.read("\(folder.path)/\(name)") ?? "" }

  private func shell() -> Shell {
    let instant = now
    let variables = ["WATCHBILL_WORKSPACE": "\(folder.path)/work.db", "HOME": folder.path]
    return Shell(
      output: Sink(nil), errors: Sink(nil), variable: { variables[$0] },
      environment: StoreEnvironment(
        now: { instant }, random: { UInt64.random(in: .min ... .max) },
        zones: { ZoneShelf { _ in nil }.available($0) }))
  }
}
