internal import ArgumentParser
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
    if try output.form.print(one: person, .person, shell) { return }
    let query = try open.workspace.query("is:open owner:\(person.handle)")
    let owned = try open.workspace.store.count(query, in: open.workspace.context)
    let services = open.bill.services.filter { $0.owner == person.handle }.map(\.handle)
    let watches = open.bill.schedules.filter {
      open.bill.onCall($0.id, at: open.now).contains(id)
    }.map(\.name)
    let next = try open.shifts(of: id, in: open.bill.schedules, weeks: 8)
      .first { $0.period.start > open.now }
    let away = open.bill.absences.first { $0.person == id && $0.period.end > open.now }
    try shell.print(facts: [
      ("handle", person.handle), ("name", person.name), ("email", person.email ?? ""),
      ("zone", person.zone ?? ""), ("teams", person.teams.joined(separator: ", ")),
      ("owns", "\(owned) open"), ("services", services.joined(separator: ", ")),
      ("on call", watches.isEmpty ? "" : "now in \(watches.joined(separator: ", "))"),
      ("next shift", next.map { "\(open.words.moment($0.period.start)), \($0.schedule)" } ?? ""),
      ("away", away.map { open.words.span($0.period.start, $0.period.end) } ?? ""),
    ])
  }
}
