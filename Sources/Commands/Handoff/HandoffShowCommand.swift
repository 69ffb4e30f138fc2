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
    let handoff = try choice.handoff(in: open, to: "show") {
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
    let ids = ShortIDs(handoffs.map(\.id))
    var state = "\(handoff.state.inWords(words)) (\(ids.short(handoff.id)))"
    if let expiry = handoff.expiresAt { state += ", until \(words.moment(expiry))" }
    return CleanText.lines(text).map(\.characters) + items(of: handoff)
      + CleanText.lines(state).map(\.characters)
  }

  /// The pages and asks of a handoff, under the numbers by which they are accepted.
  private func items(of handoff: Handoff) -> [String] {
    guard !handoff.items.isEmpty else { return [] }
    var table = TextTable(["", "KIND", "STATE", "WHAT"])
    for (index, item) in handoff.items.enumerated() {
      let taken = item.acceptedBy.map { "accepted by \(words.mention($0))" } ?? "not accepted"
      table.add(["\(index + 1)", item.kind == .page ? "page" : "ask", taken, item.text])
    }
    return table.lines(columns: shell.columns) + [""]
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
