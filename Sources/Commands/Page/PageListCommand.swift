internal import ArgumentParser
internal import Domain

/// `watchbill page list`.
struct PageListCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the pages that are open, newest first.")

  @Flag(help: "Also those resolved in the last 13 weeks.")
  var all = false

  @Option(help: ArgumentHelp("Only the services of this team.", valueName: "handle"))
  var team: String?

  @Option(help: ArgumentHelp("Only this service.", valueName: "handle"))
  var service: String?

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    let open = try workspace.openBill(shell)
    var services: Set<EntityID>?
    if let team { services = Set(open.bill.services(of: try open.team(team).id).map(\.id)) }
    if let service { services = [try open.service(service).id] }
    let pages = open.bill.pages.filter { page in
      (all || page.isOpen) && services.map { $0.contains(page.service) } ?? true
    }
    if try output.form.print(pages, .page(open.words), shell) { return }
    guard !pages.isEmpty else {
      return try shell.say(all ? "there was no page" : "no page is open")
    }
    let ids = ShortIDs(open.bill.pages.map(\.id))
    var table = TextTable(["ID", "STATE", "SEVERITY", "SERVICE", "AGE", "WHO", "NEXT", "SUMMARY"])
    for page in pages {
      let age = open.now.milliseconds - page.firstSeen.milliseconds
      table.add([
        ids.short(page.id), page.stateName, page.severity.name, open.words.name(page.service),
        age.inWords, open.holders(of: page), open.next(of: page), page.summary,
      ])
    }
    try shell.print(table)
  }
}

extension OpenBill {
  /// Who holds a page, was told of it or ended it.
  func holders(of page: Page) -> String {
    switch page.state {
    case .suppressed: ""
    case .triggered(let escalation):
      escalation.told.isEmpty ? "nobody yet" : "told " + mentions(escalation.told)
    case .acked: mentions([page.owner].compactMap(\.self) + page.helpers)
    case .resolved(let end): "\(end.reason.name) by \(words.sender(end.by))"
    }
  }

  /// What happens to a page next, if nobody does anything: `escalates in 4 min`.
  func next(of page: Page) -> String {
    // To the nearest minute: what has just begun to wait ten minutes waits ten.
    func from(_ instant: Instant) -> String {
      let left = instant.milliseconds - now.milliseconds
      return left < Instant.minute ? left.inWords : (left + Instant.minute / 2).inWords
    }
    if let next = page.nextEscalation { return "escalates in \(from(next))" }
    if let deadline = page.deadline { return "rings in \(from(deadline))" }
    if case .held = page.escalation?.reach { return "held until somebody is on call" }
    return ""
  }
}

extension Page {
  /// The state in a word, `snoozed` for an acknowledgement that is one.
  var stateName: String { ack?.isSnoozed == true ? "snoozed" : state.phase.name }
}

extension Int64 {
  /// A length in milliseconds in its two largest units: `45 s`, `12 min`, `3 h 5 min`, `2 d 4 h`.
  var inWords: String {
    let seconds = Swift.max(0, self) / 1000
    let parts = [
      (seconds / 86_400, "d"), (seconds / 3600 % 24, "h"), (seconds / 60 % 60, "min"),
      (seconds % 60, "s"),
    ]
    guard let first = parts.firstIndex(where: { $0.0 > 0 }) else { return "0 s" }
    let shown = first >= 2 ? parts[first...first] : parts[first...first + 1]
    return shown.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: " ")
  }
}

extension JSONShape where Thing == Page {
  /// Pages as JSON.
  static func page(_ words: Wording) -> JSONShape {
    JSONShape(
      kind: "a page",
      fields: [
        ("id", { $1.string($0.id.description) }),
        ("service", { $1.string(words.name($0.service)) }),
        ("state", { $1.string($0.state.phase.name) }),
        ("severity", { $1.string($0.severity.name) }),
        ("urgency", { $1.string($0.urgency.name) }),
        ("summary", { $1.string($0.summary) }),
        ("key", { $1.optional($0.key?.text) }),
        ("count", { $1.integer($0.count) }),
        ("first_seen", { $1.instant($0.firstSeen) }),
        ("last_seen", { $1.instant($0.lastSeen) }),
        ("told", { $1.list(words.handles($0.escalation?.told ?? [])) }),
        ("owner", { $1.optional($0.owner.map(words.handle)) }),
        ("helpers", { $1.list(words.handles($0.helpers)) }),
        ("escalates", { $1.optional($0.nextEscalation) }),
        ("deadline", { $1.optional($0.deadline) }),
        ("snoozed", { $1.bool($0.ack?.isSnoozed ?? false) }),
        ("repeats", { $1.integer($0.repeats) }),
        ("resolved", { $1.optional($0.resolution?.at) }),
        ("resolved_by", { $1.optional($0.resolution?.by.map(words.handle)) }),
        ("reason", { $1.optional($0.resolution?.reason.name) }),
        (
          "labels",
          {
            $1.beginObject()
            for (name, value) in $0.labels.sorted(by: { $0.key < $1.key }) {
              $1.key(name)
              $1.string(value)
            }
            $1.endObject()
          }
        ),
      ])
  }
}
