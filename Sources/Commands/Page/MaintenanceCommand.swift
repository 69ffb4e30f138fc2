internal import ArgumentParser
internal import Domain

/// `watchbill page maintenance`.
struct MaintenanceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "maintenance", abstract: "Times in which pages of some services are held back.",
    subcommands: [
      MaintenanceListCommand.self, MaintenanceAddCommand.self, MaintenanceEndCommand.self,
    ], defaultSubcommand: MaintenanceListCommand.self)
}

/// `watchbill page maintenance list`.
struct MaintenanceListCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List maintenance that runs or is planned.")

  @Flag(help: "Also what is over, of the last 13 weeks.")
  var all = false

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    let open = try workspace.openBill(shell)
    let windows = open.bill.maintenance.filter { all || $0.end > open.now }
    if try output.form.print(windows, .maintenance(open.words), shell) { return }
    guard !windows.isEmpty else { return try shell.say("no maintenance is planned") }
    let ids = ShortIDs(open.bill.maintenance.map(\.id))
    var table = TextTable(["ID", "FROM (\(open.zoneName))", "TO", "SERVICES", "REASON"])
    for window in windows {
      let services = window.services.map { $0.map(open.words.name).sorted() } ?? ["all"]
      table.add([
        ids.short(window.id),
        open.words.moment(window.start) + (window.isActive(at: open.now) ? " (now)" : ""),
        open.words.moment(window.end), services.joined(separator: ", "), window.reason,
      ])
    }
    try shell.print(table)
  }
}

/// `watchbill page maintenance add`.
struct MaintenanceAddCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Hold the pages of services back for a time.",
    discussion: """
      watchbill page maintenance add --from now --to 2026-03-08T14:00 --service router \
      --reason 'kernel update'
      """)

  @OptionGroup var period: PeriodOptions

  @Option(
    help: ArgumentHelp("A service, several with commas; without, all of them.", valueName: "handle")
  )
  var service: [String] = []

  @Option(help: ArgumentHelp("Why, in a line.", valueName: "text"))
  var reason: String

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    let open = try workspace.openBill(shell)
    let period = try period.period(open.typed())
    let services = try service.split.map { try open.service($0).id }
    let verb = WatchVerb.maintain(
      period, reason: reason, services: services.isEmpty ? nil : Set(services))
    try open.perform(verb, output.form, { .maintenance($0.words) }, id: \.id) {
      $0.bill.maintenance
    }
  }
}

/// `watchbill page maintenance end`.
struct MaintenanceEndCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "end", abstract: "End maintenance now, or cancel it before it begins.")

  @Argument(help: ArgumentHelp("Its id; needed when there are several.", valueName: "id"))
  var id: String?

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    let open = try workspace.openBill(shell)
    let coming = open.bill.maintenance.filter { $0.end > open.now }
    let window = try open.choose(
      id, among: open.bill.maintenance, likely: coming, "maintenance",
      list: "page maintenance list", id: \.id)
    try open.perform(.endMaintenance(window.id), output.form)
  }
}

extension JSONShape where Thing == MaintenanceWindow {
  /// Maintenance as JSON; `services` is null for all.
  static func maintenance(_ words: Wording) -> JSONShape {
    JSONShape(
      kind: "a maintenance window",
      fields: [
        ("id", { $1.string($0.id.description) }),
        ("start", { $1.instant($0.start) }),
        ("end", { $1.instant($0.end) }),
        ("reason", { $1.string($0.reason) }),
        (
          "services",
          {
            if let services = $0.services {
              $1.list(services.map(words.name).sorted())
            } else {
              $1.null()
            }
          }
        ),
      ])
  }
}
