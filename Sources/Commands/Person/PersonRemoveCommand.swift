internal import ArgumentParser
internal import Domain
internal import Storage

/// `watchbill person remove`.
struct PersonRemoveCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove",
    abstract: "Take a person who left out of every list; undo brings them back.",
    discussion: """
      While shifts to come, issues or services are theirs it is refused, and said which. What they \
      did stays under their name.
      """)

  @Argument(help: "The person's handle.")
  var handle: String

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    let open = try workspace.openBill(shell)
    let id = try open.person(handle)
    guard id != open.workspace.me else {
      throw Failure(
        .notAllowed, "nobody can remove themselves; let somebody else do it, with --as HANDLE")
    }
    let known = open.handle(id)
    var ties = open.bill.ties(ofPerson: id, now: open.now)
    let owned = try open.openIssues("owner:\(known)")
    if owned != "0" {
      ties.append(
        "owns \(owned) open: give them to others with 'watchbill issue own --to', see 'watchbill "
          + "issue list owner:\(known)'")
    }
    try open.remove(EntityRef(.person, id), "@\(known)", ties, output.form)
  }
}

extension OpenBill {
  /// How many open issues a query finds, `0` for none: `12 issues`.
  func openIssues(_ query: String) throws -> String {
    let count = try workspace.store.count(
      try workspace.query("is:open \(query)"), in: workspace.context)
    guard count.value > 0 else { return "0" }
    return count.value == 1 ? "1 issue" : "\(count) issues"
  }

  /// Takes something out of every list; refused while anything is still its own.
  func remove(_ ref: EntityRef, _ name: String, _ ties: [String], _ form: OutputForm) throws {
    guard ties.isEmpty else {
      throw Failure(
        .failed, "\(name) cannot be removed yet: \(name) \(ties.joined(separator: "; "))")
    }
    try workspace.perform("removed \(name)", [.trash(TrashEntity(ref))], form, shell)
  }
}
