internal import ArgumentParser
internal import Canvas
internal import Domain
internal import Storage

/// `watchbill person show`.
struct PersonShowCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a person: what they own, and when they are on call.")

  @Argument(help: "The person's handle.")
  var handle: String

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    let open = try workspace.openBill(shell)
    let id = try open.person(handle)
    guard let person = open.bill.person(id) else {
      throw Failure(.notFound, "there is no person '\(handle)'; see 'watchbill person list'")
    }
    let facts = try PersonFacts(person, in: open)
    if try output.form.print(one: facts, .facts, shell) { return }
    let away = facts.away.map { open.words.span($0.start, $0.end) }
    try shell.print(facts: [
      ("handle", person.handle), ("name", person.name), ("email", person.email ?? ""),
      ("zone", person.zone ?? ""), ("teams", person.teams.joined(separator: ", ")),
      ("owns", "\(facts.owned) open"), ("services", facts.services.joined(separator: ", ")),
      ("on call", facts.watches.isEmpty ? "" : "now in \(facts.watches.joined(separator: ", "))"),
      (
        "next shift",
        facts.next.map { "\(open.words.moment($0.period.start)), \($0.schedule)" } ?? ""
      ), ("away", away ?? ""),
    ])
  }
}

/// A person with what they own, and when they are on call and away.
struct PersonFacts {
  let person: Person
  /// Their open issues; capped where counting all would take long.
  let owned: CappedCount
  let services: [String]
  /// The schedules in which they are on call now.
  let watches: [String]
  /// Their next shift within eight weeks.
  let next: ShiftRow?
  /// When they are or will next be away.
  let away: Period?

  /// What a machine without the data of a zone cannot tell is left out, and said why.
  init(_ person: Person, in open: OpenBill) throws {
    self.person = person
    let query = try open.workspace.query("is:open owner:\(person.handle)")
    owned = try open.workspace.store.count(query, in: open.workspace.context)
    services = open.bill.services.filter { $0.owner == person.handle }.map(\.handle)
    watches = open.bill.schedules.filter {
      open.bill.onCall($0.id, at: open.now).contains(person.id)
    }.map(\.name)
    away = open.bill.absences.first { $0.person == person.id && $0.period.end > open.now }?.period
    var problems: [String] = []
    if let zone = person.zone { problems += open.bill.zones.missing[zone].map { [$0] } ?? [] }
    var shifts: [ShiftRow] = []
    for schedule in open.bill.schedules {
      do {
        shifts += try open.shifts(of: person.id, in: [schedule], weeks: 8)
      } catch let refusal as WatchRefusal {
        if !problems.contains(refusal.description) { problems.append(refusal.description) }
      }
    }
    next = shifts.filter { $0.period.start > open.now }.min { $0.period.start < $1.period.start }
    for problem in problems { try open.shell.say(CleanText(problem).characters) }
  }
}

extension JSONShape where Thing == PersonFacts {
  /// A person with these facts, as JSON.
  static var facts: JSONShape {
    let person = JSONShape<Person>.person
    let fields = person.fields.map { field in
      (name: field.name, write: { field.write($0.person, &$1) } as Writing)
    }
    let more: [(name: String, write: Writing)] = [
      ("open_issues", { $1.integer($0.owned.value) }), ("services", { $1.list($0.services) }),
      ("on_call", { $1.list($0.watches) }),
      (
        "next_shift",
        {
          guard let next = $0.next else { return $1.null() }
          $1.beginObject()
          $1.field("schedule", next.schedule)
          $1.span(next.period)
          $1.endObject()
        }
      ), ("away", { $1.object($0.away) }),
    ]
    return JSONShape(kind: person.kind, fields: fields + more)
  }
}
