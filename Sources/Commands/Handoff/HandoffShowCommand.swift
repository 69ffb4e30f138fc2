internal import ArgumentParser
internal import Canvas
internal import Domain

/// `watchbill handoff show`.
struct HandoffShowCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a handoff: its note or its message, and where it stands.",
    discussion: "Without an id it is the one that waits for you, else your draft.")

  @OptionGroup var choice: HandoffChoice
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    let open = try workspace.openBill(shell)
    let isWaiting = open.handoffs.contains(where: open.waitsForMe)
    let handoff = try choice.handoff(in: open) {
      isWaiting ? open.waitsForMe($0) : !$0.state.isOver && $0.giver == open.workspace.me
    }
    if try output.form.print(one: handoff, .handoff(open.bill), shell) { return }
    for line in open.lines(of: handoff) { try shell.output.line(line) }
  }
}

extension OpenBill {
  /// A handoff as text for people.
  func lines(of handoff: Handoff) -> [String] {
    var text = ""
    if let note = handoff.note {
      let accepted = handoff.items.filter { $0.acceptedBy != nil }.map(\.id)
      text += note.text(.plain, words, accepted: Set(accepted)) + "\n"
    } else {
      text +=
        "\(bill.name(of: handoff.subject)): \(words.mention(handoff.giver)) to "
        + "\(words.receiver(handoff.receiver))\n"
      if !handoff.message.isEmpty { text += "\n\(handoff.message)\n\n" }
    }
    for (index, item) in handoff.items.enumerated() {
      let taken = item.acceptedBy.map { "accepted by \(words.mention($0))" } ?? "not accepted"
      text += "\(index + 1)  \(item.kind == .page ? "page" : "ask")  \(item.text): \(taken)\n"
    }
    let ids = ShortIDs(handoffs.map(\.id))
    text += "\(handoff.state.inWords(words)) (\(ids.short(handoff.id)))"
    if let expiry = handoff.expiresAt { text += ", until \(words.moment(expiry))" }
    return CleanText.lines(text).map(\.characters)
  }
}

extension Handoff.State {
  /// Where it stands, since when and by whom: `accepted by @bo Wed 11 Mar 09:05`.
  func inWords(_ words: Wording) -> String {
    switch self {
    case .draft, .offered: name
    case .accepted(let person, let at):
      "\(name) by \(words.mention(person)) \(words.moment(at))"
    case .declined(let person, let at, let reason):
      "\(name) by \(words.mention(person)) \(words.moment(at))"
        + (reason.isEmpty ? "" : ": \(reason)")
    case .withdrawn(let at), .expired(let at): "\(name) \(words.moment(at))"
    case .passed(let at): "passed \(words.moment(at)), not accepted yet"
    }
  }
}
