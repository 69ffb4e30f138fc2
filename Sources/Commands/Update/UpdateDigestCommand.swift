internal import ArgumentParser
internal import Canvas
internal import Domain

/// `watchbill status digest`.
struct UpdateDigestCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "digest", abstract: "Print how a team stands: a text to paste into a chat.",
    discussion: "What is blocked comes first, then asks, what changed, the rest, and the pager.")

  @Option(
    help: ArgumentHelp("Of which team; needed when several of yours ask.", valueName: "handle"))
  var team: String?

  @Option(help: ArgumentHelp("Of which day, when it is not the present one.", valueName: "date"))
  var date: String?

  @Flag(help: "As Markdown.")
  var markdown = false

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    let open = try workspace.openBill(shell)
    let prompt = try open.prompt(of: team)
    var words = open.bill.wording(for: nil)
    words.clock = open.bill.clock(ofTeam: prompt.team)
    let day: CivilDate
    if let date {
      day = try CivilDate(typed: date)
    } else {
      let calendar = Prompt.Calendar(person: words.clock, team: words.clock)
      day = prompt.present(at: open.now, calendar)?.date ?? words.clock.reading(open.now).date
    }
    let digest = open.bill.digest(of: prompt, on: day, now: open.now)
    if try output.form.print(one: digest, .digest(words), shell) { return }
    for line in CleanText.lines(digest.text(markdown ? .markdown : .plain, words)) {
      try shell.output.line(line.characters)
    }
  }
}

extension JSONShape where Thing == Digest {
  /// A digest as JSON.
  static func digest(_ words: Wording) -> JSONShape {
    JSONShape(
      kind: "a digest",
      fields: [
        ("team", { $1.string(words.name($0.team)) }),
        ("date", { $1.string($0.date.description) }),
        (
          "blocked",
          {
            $1.objects($0.blocked) { stuck, writer in
              writer.field("person", words.handle(stuck.blocker.person))
              writer.field("words", stuck.blocker.words(words))
              writer.field("since", stuck.blocker.since.description)
              writer.field("working_days", stuck.age)
            }
          }
        ),
        ("also_blocked", { $1.said($0.alsoBlocked, words) }),
        ("asks", { $1.said($0.asks, words) }),
        ("changed", { $1.said($0.changed, words) }),
        (
          "rest",
          {
            $1.objects($0.rest) { section, writer in
              writer.field("question", section.question.text)
              writer.key("said")
              writer.said(section.said, words)
            }
          }
        ),
        ("silent", { $1.integer($0.silent) }),
        ("text", { $1.string($0.text(.plain, words)) }),
      ])
  }
}

extension JSONWriter {
  fileprivate mutating func said(_ said: [Digest.Said], _ words: Wording) {
    objects(said) { said, writer in
      writer.field("person", words.handle(said.person))
      writer.field("points", said.points)
    }
  }
}
