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
      day = prompt.lastAsked(at: open.now, calendar)?.date ?? words.clock.reading(open.now).date
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
              writer.field("overdue", stuck.isOverdue)
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
        (
          "ownership",
          {
            $1.objects($0.ownership) { change, writer in
              writer.field("subject", change.subject)
              writer.field("from", change.from.map(words.typed))
              writer.field("to", words.typed(change.to))
              writer.field("at", change.at)
            }
          }
        ),
        ("silent", { $1.integer($0.silent) }),
        ("on_call", { $1.tail($0.onCall, words) }),
        ("text", { $1.string($0.text(.plain, words)) }),
      ])
  }
}

extension JSONWriter {
  /// Who holds the pager, and what rang; null for a team without one.
  fileprivate mutating func tail(_ tail: OnCallTail?, _ words: Wording) {
    guard let tail else { return null() }
    beginObject()
    key("schedules")
    objects(tail.schedules) { schedule, writer in
      writer.field("schedule", words.name(schedule.id))
      writer.field("people", words.handles(schedule.now))
      writer.field("needed", schedule.isNeeded)
      writer.field("until", schedule.until)
      writer.field("next", words.handles(schedule.next))
      writer.key("gaps")
      writer.objects(schedule.gaps) { gap, writer in
        writer.field("from", gap.start)
        writer.field("to", gap.end)
      }
    }
    key("pages")
    objects(tail.pages) { count, writer in
      writer.field("service", words.name(count.service))
      writer.field("count", count.count)
    }
    endObject()
  }

  fileprivate mutating func said(_ said: [Digest.Said], _ words: Wording) {
    objects(said) { said, writer in
      writer.field("person", words.handle(said.person))
      writer.field("points", said.points)
      writer.field("amended", said.isAmended)
    }
  }
}
