internal import ArgumentParser
internal import Domain

/// `watchbill oncall override`.
struct OverrideCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "override", abstract: "Put others on call for a time, whatever the plan says.",
    discussion: """
      watchbill oncall override api-primary --from 2026-03-08T09:00 --to 2026-03-08T17:00 \
      --replace ana=bo
      watchbill oncall override --end 3f2a
      The plan itself stays as it is. 'watchbill oncall show SCHEDULE' lists overrides with their ids.
      """)

  @Argument(help: ArgumentHelp("The schedule.", valueName: "schedule"))
  var schedule: String?

  @OptionGroup var period: PeriodOptions

  @Option(
    help: ArgumentHelp("These people instead of everybody; with commas.", valueName: "handles"))
  var cover: [String] = []

  @Flag(help: "Nobody at all, on purpose.")
  var nobody = false

  @Option(help: ArgumentHelp("One person in the place of another.", valueName: "ana=bo"))
  var replace: String?

  @Option(help: ArgumentHelp("Not this person.", valueName: "handle"))
  var remove: String?

  @Option(help: ArgumentHelp("These people too; with commas.", valueName: "handles"))
  var add: [String] = []

  @Option(help: ArgumentHelp("Why, in a line.", valueName: "text"))
  var note = ""

  @Option(help: ArgumentHelp("End this override now instead.", valueName: "id"))
  var end: String?

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    let open = try workspace.openBill(shell)
    if let end { return try open.perform(.removeOverride(try overrideID(end, open)), output.form) }
    guard let schedule else {
      throw Failure(.usage, "name the schedule; see 'watchbill oncall show'")
    }
    let known = try open.schedule(schedule)
    let period = try period.period(open.typed(known))
    let verb = WatchVerb.override(known.id, try kind(open), period, note: note)
    try open.perform(verb, output.form, { .override($0.words) }, id: \.override.id) { open in
      open.bill.schedule(known.id)?.overrides.map {
        OverrideRow(override: $0, schedule: known.name)
      }
        ?? []
    }
  }

  private func overrideID(_ typed: String, _ open: OpenBill) throws(Failure) -> EntityID {
    let ids = open.bill.schedules.flatMap(\.overrides).map(\.id)
    return try ShortIDs(ids).id(typed, "override", list: "oncall show SCHEDULE")
  }

  /// The one thing that was asked for.
  private func kind(_ open: OpenBill) throws(Failure) -> Override.Kind {
    var kinds: [Override.Kind] = []
    if !cover.isEmpty { kinds.append(.cover(try open.people(cover))) }
    if nobody { kinds.append(.cover([])) }
    if let replace {
      let names = replace.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
      guard names.count == 2 else {
        throw Failure(.usage, "--replace: write who is replaced and who takes the place: ana=bo")
      }
      kinds.append(.replace(try open.person(names[0]), with: try open.person(names[1])))
    }
    if let remove { kinds.append(.remove(try open.person(remove))) }
    if !add.isEmpty { kinds.append(.add(try open.people(add))) }
    guard let kind = kinds.first, kinds.count == 1 else {
      throw Failure(
        .usage, "say one thing: --cover PEOPLE, --nobody, --replace A=B, --remove P or --add PEOPLE"
      )
    }
    return kind
  }
}

/// An override and the schedule it is laid over.
struct OverrideRow: Equatable {
  var override: Override
  var schedule: String
}

extension Override.Kind {
  /// The word of the schedule file.
  var name: String {
    switch self {
    case .cover: "cover"
    case .remove: "remove"
    case .replace: "replace"
    case .add: "add"
    }
  }

  /// For people: `@bo instead of @ana`.
  func inWords(_ words: Wording) -> String {
    switch self {
    case .cover(let people):
      people.isEmpty ? "nobody, on purpose" : "only \(words.mentions(people))"
    case .remove(let person): "without \(words.mention(person))"
    case .replace(let person, let other):
      "\(words.mention(other)) instead of \(words.mention(person))"
    case .add(let people): "also \(words.mentions(people))"
    }
  }
}

extension JSONShape where Thing == OverrideRow {
  /// Overrides as JSON.
  static func override(_ words: Wording) -> JSONShape {
    JSONShape(
      kind: "an override",
      fields: [
        ("id", { $1.string($0.override.id.description) }),
        ("schedule", { $1.string($0.schedule) }),
        ("kind", { $1.string($0.override.kind.name) }),
        ("people", { $1.list(words.handles($0.override.people)) }),
        ("start", { $1.instant($0.override.period.start) }),
        ("end", { $1.instant($0.override.period.end) }),
        ("note", { $1.string($0.override.note) }),
      ])
  }
}
