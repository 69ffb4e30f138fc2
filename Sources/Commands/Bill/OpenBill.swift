internal import Canvas
internal import Domain
internal import Storage

/// The watch bill of an open workspace, as one command reads and changes it.
struct OpenBill {
  let workspace: Workspace
  let shell: Shell
  /// Everything as it stood at `now`.
  let bill: WatchBill
  let now: Instant
  /// Names for people, and times on the clock of whoever acts.
  let words: Wording

  /// - Parameter weeks: how far back things are wanted that are over.
  init(_ workspace: Workspace, _ shell: Shell, back weeks: Int = LoadReport.usualWeeks) throws {
    self.workspace = workspace
    self.shell = shell
    now = shell.now
    bill = try workspace.store.watchBill(for: workspace.me, back: weeks).caughtUp(to: now)
    words = bill.wording(for: workspace.me)
  }

  /// Whoever acts, for what needs a name under it.
  func acting() throws(Failure) -> EntityID { try workspace.acting() }

  /// The handle of a person, also of one who left; `somebody` for one whom nobody knew.
  func handle(_ id: EntityID) -> String { words.handle(id) }

  /// The handles of people, in order.
  func handles(_ ids: [EntityID]) -> [String] { ids.map(handle) }

  /// People for a cell of a table: `@ana, @bo`; `nobody` for none.
  func mentions(_ ids: [EntityID]) -> String {
    ids.isEmpty ? "nobody" : ids.map(words.mention).joined(separator: ", ")
  }
}

extension WorkspaceOptions {
  /// Opens the workspace, which must exist, with its watch bill.
  func openBill(_ shell: Shell, back weeks: Int = LoadReport.usualWeeks) throws -> OpenBill {
    try OpenBill(open(shell), shell, back: weeks)
  }
}

extension OpenBill {
  /// Does a verb, and says on standard error what the person ought to know besides.
  @discardableResult
  func perform(_ verb: WatchVerb) throws -> StepReport {
    let report = try workspace.store.perform(verb, as: acting())
    for warning in report.warnings { try shell.say(CleanText(warning).characters) }
    return report
  }

  /// Does a verb and prints what was done.
  func perform(_ verb: WatchVerb, _ form: OutputForm) throws {
    let report = try perform(verb)
    guard report.operationCount > 0 || form != .text else {
      return try shell.say("nothing changed: it was so already")
    }
    try form.print(report, shell)
  }

  /// Does a verb that makes or changes one thing, and prints that: as JSON in full, else what was
  /// done and the short id under which it goes on.
  ///
  /// `find` gives the things of its kind in a bill; the one that is new or differs is printed. When
  /// nothing changed, `known` is as JSON, and for people what says why.
  func perform<Thing: Equatable>(
    _ verb: WatchVerb, _ form: OutputForm, _ shape: (OpenBill) -> JSONShape<Thing>,
    id: (Thing) -> EntityID, on known: (thing: EntityID, asItWas: String)? = nil,
    _ find: (OpenBill) -> [Thing]
  ) throws {
    let report = try perform(verb)
    let after = try OpenBill(workspace, shell)
    let before = find(self)
    let things = find(after)
    guard let thing = things.first(where: { !before.contains($0) }) else {
      let reason = known?.asItWas ?? "it was so already"
      guard form != .text else { return try shell.say("nothing changed: \(reason)") }
      if let same = things.first(where: { id($0) == known?.thing }),
        try form.print(one: same, shape(after), shell)
      {
        return
      }
      return try form.print(report, shell)
    }
    if try form.print(one: thing, shape(after), shell) { return }
    let short = ShortIDs(things.map(id)).short(id(thing))
    try shell.output.line(CleanText("\(report.title) (\(short))").characters)
  }
}
