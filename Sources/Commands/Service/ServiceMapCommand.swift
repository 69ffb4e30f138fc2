internal import ArgumentParser
internal import Canvas
internal import Domain

/// `watchbill service map`.
struct ServiceMapCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "map", abstract: "Show who owns what: teams, their services, and who answers now.")

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    let open = try workspace.openBill(shell)
    let rows = try open.bill.services.map { try ServiceRow($0, in: open) }
    if try output.form.print(rows, .service(open.words), shell) { return }
    guard !rows.isEmpty else {
      return try shell.say("there is no service yet; add one with 'watchbill service add HANDLE'")
    }
    var isFirst = true
    for team in open.bill.teams {
      let owned = rows.filter { $0.service.team == team.handle }
      let schedules = open.bill.schedules(of: team.id)
      guard !owned.isEmpty || !schedules.isEmpty else { continue }
      if !isFirst { try shell.output.line() }
      isFirst = false
      let watch = schedules.map { schedule in
        "\(schedule.name) \(open.mentions(open.bill.onCall(schedule.id, at: open.now)))"
      }
      let onCall = watch.isEmpty ? "" : "  (\(watch.joined(separator: "; ")))"
      try print("team \(team.handle)\(onCall)", owned, open)
    }
    let orphans = rows.filter { $0.service.team == nil }
    guard !orphans.isEmpty else { return }
    if !isFirst { try shell.output.line() }
    try print("nobody's", orphans, open)
  }

  private func print(_ heading: String, _ rows: [ServiceRow], _ open: OpenBill) throws {
    try open.shell.output.line(CleanText(heading).characters)
    let width = rows.map { CleanText($0.service.handle).width }.max() ?? 0
    for row in rows {
      let owner = row.service.owner.map { "@\($0)" } ?? "no owner"
      let handoff = open.inWords(row.lastHandoff)
      let line =
        CleanText("  \(row.service.handle)").padded(to: width + 4).characters
        + "\(owner), \(row.open) open" + (handoff.isEmpty ? "" : ", last \(handoff)")
      try open.shell.output.line(CleanText(line).characters)
    }
  }
}
