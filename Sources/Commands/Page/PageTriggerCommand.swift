internal import ArgumentParser
internal import Canvas
internal import Domain

/// `watchbill page trigger`.
struct PageTriggerCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "trigger", abstract: "Page whoever is on call for a service.",
    discussion: """
      watchbill page trigger router 'p99 over 2 s' --severity critical --key p99
      Signals of one key are one page while it is open; without a key each is its own.
      """)

  @Argument(help: ArgumentHelp("The service.", valueName: "service"))
  var service: String

  @Argument(help: "What is wrong, in a line.")
  var summary: String

  @Option(help: ArgumentHelp("What makes two signals the same trouble.", valueName: "text"))
  var key: String?

  @Option(
    help: "info, warning, error or critical; from error on it may wake somebody.",
    completion: .list(Severity.allCases.map(\.name)))
  var severity = "error"

  @Option(
    help: "low or high, when it does not follow from the severity.",
    completion: .list(Urgency.allCases.map(\.name)))
  var urgency: String?

  @Option(help: ArgumentHelp("A name and a value; several times.", valueName: "name=value"))
  var label: [String] = []

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    let open = try workspace.openBill(shell)
    let known = try open.service(service)
    let verb = WatchVerb.trigger(service: known.id, key: try pageKey(), try trigger())
    try open.perform(verb, output.form, { .page($0.words) }, id: \.id) { $0.bill.pages }
    guard output.form == .text else { return }
    let after = try OpenBill(open.workspace, shell)
    guard
      let page = after.bill.pages.filter({ $0.service == known.id && $0.isOpen }).max(by: {
        ($0.lastSeen, $0.id) < ($1.lastSeen, $1.id)
      })
    else { return }
    try shell.output.flush()
    let next = after.next(of: page)
    let told =
      page.state == .suppressed
      ? "maintenance holds it back; nobody is told" : after.holders(of: page)
    try shell.say(CleanText(told + (next.isEmpty ? "" : "; \(next)")).characters)
  }

  private func pageKey() throws(Failure) -> PageKey? {
    guard let key else { return nil }
    guard let pageKey = PageKey(key) else {
      throw Failure(.usage, "--key: write 1 to \(PageKey.limit) bytes")
    }
    return pageKey
  }

  private func trigger() throws(Failure) -> PageTrigger {
    guard let severity = Severity(name: severity) else {
      let names = Severity.allCases.map(\.name).inWords
      throw Failure(.usage, "--severity: '\(severity)' is none; write \(names)")
    }
    var trigger = PageTrigger(summary: summary, severity: severity)
    if let urgency {
      guard let known = Urgency(name: urgency) else {
        throw Failure(.usage, "--urgency: '\(urgency)' is none; write low or high")
      }
      trigger.urgency = known
    }
    for text in label {
      let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, !parts[0].isEmpty else {
        throw Failure(.usage, "--label: write a name and a value: --label region=us")
      }
      trigger.labels[String(parts[0])] = String(parts[1])
    }
    return trigger
  }
}
