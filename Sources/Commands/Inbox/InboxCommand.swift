internal import ArgumentParser
internal import Domain
internal import Storage

/// `watchbill inbox`.
struct InboxCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inbox", abstract: "What waits for you.",
    subcommands: [InboxListCommand.self, InboxReadCommand.self, InboxDoneCommand.self],
    defaultSubcommand: InboxListCommand.self)
}

/// `watchbill inbox list`.
struct InboxListCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List what waits for you: pages, then answers, then news.")

  @Flag(help: "Only what you have not read.")
  var unread = false

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    let open = try workspace.openBill(shell)
    let all = try open.inbox()
    let items = all.filter { !unread || !$0.isRead }
    if try output.form.print(items, .inbox(open.words), shell) { return }
    guard !items.isEmpty else { return try shell.say("nothing waits for you") }
    let ids = ShortIDs(all.map(\.id.subject.entity))
    var table = TextTable(["ID", "", "WHY", "WHEN (\(open.zoneName))", "WHAT"])
    for item in items {
      table.add([
        ids.short(item.id.subject.entity), item.isRead ? "" : "new", item.id.kind.name,
        open.words.moment(item.at), item.words,
      ])
    }
    try shell.print(table)
  }
}

/// `watchbill inbox read`.
struct InboxReadCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "read", abstract: "Mark items as read; they stay until they are done.")

  @OptionGroup var choice: InboxChoice

  @Flag(help: "Mark them as not read instead.")
  var undo = false

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    let open = try workspace.openBill(shell)
    try open.perform(
      .mark(try choice.items(in: open), undo ? .unread : .read), output.form)
  }
}

/// `watchbill inbox done`.
struct InboxDoneCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "done", abstract: "Take items out; they stay done until something new happens.")

  @OptionGroup var choice: InboxChoice
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    let open = try workspace.openBill(shell)
    try open.perform(.mark(try choice.items(in: open), .done), output.form)
  }
}

/// Which items of the inbox.
struct InboxChoice: ParsableArguments {
  @Argument(help: ArgumentHelp("Items by their ids.", valueName: "id"))
  var ids: [String] = []

  @Flag(help: "All of them.")
  var all = false

  /// The items, at least one.
  func items(in open: OpenBill) throws -> [InboxItem] {
    let inbox = try open.inbox()
    guard all || !ids.isEmpty else {
      throw Failure(.usage, "say which: their ids, or --all; see 'watchbill inbox list'")
    }
    if all {
      guard !inbox.isEmpty else { throw Failure(.notFound, "nothing waits for you") }
      return inbox
    }
    let known = ShortIDs(inbox.map(\.id.subject.entity))
    let chosen = try ids.map { try known.id($0, "item", list: "inbox list") }
    return inbox.filter { chosen.contains($0.id.subject.entity) }
  }
}

extension OpenBill {
  /// The inbox of whoever acts, in order.
  func inbox() throws -> [InboxItem] {
    let me = try acting()
    let facts = try bill.inboxFacts(for: me, now: now) + workspace.store.inboxFacts(for: me)
    return Inbox.items(from: facts, bill.marks, for: me)
  }
}

extension InboxFact.Subject {
  /// The id of what it is about.
  var entity: EntityID {
    switch self {
    case .issue(let id), .page(let id), .handoff(let id), .coverRequest(let id), .blocker(let id),
      .prompt(let id, _), .conflict(let id), .shift(let id):
      id
    }
  }

  /// The word for what it is about.
  fileprivate var name: String {
    switch self {
    case .issue: "issue"
    case .page: "page"
    case .handoff: "handoff"
    case .coverRequest: "cover"
    case .blocker: "blocker"
    case .prompt: "prompt"
    case .conflict: "conflict"
    case .shift: "shift"
    }
  }
}

extension JSONShape where Thing == InboxItem {
  /// Inbox items as JSON.
  static func inbox(_ words: Wording) -> JSONShape {
    JSONShape(
      kind: "an item",
      fields: [
        ("kind", { $1.string($0.id.kind.name) }),
        ("about", { $1.string($0.id.subject.name) }),
        ("id", { $1.string($0.id.subject.entity.description) }),
        ("at", { $1.instant($0.at) }),
        ("by", { $1.optional($0.by.map(words.handle)) }),
        ("words", { $1.string($0.words) }),
        ("read", { $1.bool($0.isRead) }),
      ])
  }
}
