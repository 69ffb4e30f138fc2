internal import ArgumentParser
internal import Canvas
internal import Domain
internal import Storage

/// `watchbill handoff draft`.
struct HandoffDraftCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "draft", abstract: "Write the note for the end of your shift.",
    discussion: """
      It gathers what happened on your watch, adds what you say, prints the note and keeps it as a \
      draft; written again it is brought up to date. Offer it with 'watchbill handoff offer'.
      watchbill handoff draft --feel 'calm after Tuesday' --ask 'raise the disk limit' \
      --watch 'queue of imports | Fri 12:00 | above 10k'
      """)

  @Argument(help: ArgumentHelp("The schedule, when you serve in several.", valueName: "schedule"))
  var schedule: String?

  @Option(help: ArgumentHelp("How the shift felt, in a line.", valueName: "text"))
  var feel: String?

  @Option(
    help: ArgumentHelp(
      "What to keep an eye on, until when, and when to escalate; the last two may be left out.",
      valueName: "what|until|when"))
  var watch: [String] = []

  @Option(help: ArgumentHelp("What the next one is asked to do.", valueName: "text"))
  var ask: [String] = []

  @Flag(help: "Write all of it in your editor.")
  var edit = false

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    let open = try workspace.openBill(shell)
    let end = try open.shiftEnd(in: schedule)
    let form = HandoffNoteForm(
      clock: open.bill.clock(of: end.giver), now: open.now,
      newID: open.workspace.store.environment.newID)
    let touched = try open.workspace.store.touchedIssues(
      by: end.giver, since: end.change.began)
    var note = open.bill.note(for: end, touched: touched)
    if let feel { note.feel = feel }
    for text in watch { note.watch.append(try form.watch(text)) }
    note.asks += ask.map { HandoffNote.Ask(id: form.newID(), $0) }
    guard edit else { return try keep(note, open) }
    guard shell.isInputTerminal, shell.isOutputTerminal else {
      throw Failure(.usage, "--edit needs a terminal; in a script say --feel, --watch and --ask")
    }
    let editable = form.form(for: note, gathered: note.text(.plain, open.words))
    try Editor(shell).edit(editable.text) { text in
      try keep(form.note(note, answers: editable.answers(in: text)), open)
    }
  }

  private func keep(_ note: HandoffNote, _ open: OpenBill) throws {
    try open.perform(.draft(note))
    let after = try OpenBill(open.workspace, open.shell)
    guard
      let draft = after.handoffs.first(where: {
        $0.giver == note.giver && $0.shiftChange == note.change
      })
    else { return }
    if try output.form.print(one: draft, .handoff(after.bill), open.shell) { return }
    for line in CleanText.lines(note.text(.plain, open.words)) {
      try open.shell.output.line(line.characters)
    }
    try open.shell.output.flush()
    let other = after.bill.shiftEnds(of: note.giver, now: after.now).first {
      $0.change.schedule != note.change.schedule && $0.change.at > after.now
        && after.bill.draft(for: $0) == nil
    }
    if schedule == nil, let name = other.flatMap({ after.bill.schedule($0.change.schedule)?.name })
    {
      try open.shell.say(
        CleanText(
          "your shift in \(name) ends as well; 'watchbill handoff draft \(name)' writes its note"
        ).characters)
    }
    let id = ShortIDs(after.handoffs.map(\.id)).short(draft.id)
    try open.shell.say(
      draft.state == .draft
        ? "kept as a draft (\(id)); 'watchbill handoff offer' hands it to "
          + open.words.mention(note.receiver)
        : "brought up to date (\(id)); it is \(draft.state.name) already")
  }
}

extension OpenBill {
  /// The end of the shift of whoever acts: the next one, in a schedule or in any.
  func shiftEnd(in schedule: String?) throws(Failure) -> ShiftEnd {
    let me = try acting()
    var known: Schedule?
    if let schedule { known = try self.schedule(schedule) }
    let end =
      known.map { bill.shiftEnd(of: me, in: $0, now: now) } ?? bill.shiftEnd(of: me, now: now)
    guard let end else {
      throw Failure(
        .notFound,
        "no shift of yours\(known.map { " in \($0.name)" } ?? "") ends within eight weeks with "
          + "somebody after you; see 'watchbill oncall next'")
    }
    return end
  }
}
