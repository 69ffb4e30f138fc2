extension HandoffNote {
  /// The note as a text to read, send or paste; a quiet shift is two lines.
  ///
  /// - Parameter accepted: the pages and asks the receiver has accepted, which are ticked.
  public func text(
    _ form: TextForm, _ wording: Wording, accepted: Set<EntityID> = []
  ) -> String {
    var sheet = TextSheet(form)
    let people = "\(wording.mention(giver)) to \(wording.mention(receiver))"
    let zone = wording.clock.name.map { " (\($0))" } ?? ""
    sheet.title(
      "\(wording.name(change.schedule)): \(people), \(wording.moment(change.at))\(zone)")
    if isQuiet {
      sheet.line("Quiet: no pages in \(change.length.duration), nothing open.")
      return sheet.text
    }
    if !feel.trimmed.isEmpty { sheet.paragraph(feel.trimmed) }
    sheet.paragraph(counted(wording))
    if !facts.openPages.isEmpty {
      sheet.heading("Open pages")
      for page in facts.openPages {
        sheet.task(page.words(wording), isDone: accepted.contains(page.id))
      }
    }
    sheet.section("Watch", watch.map { $0.words(wording) })
    if !asks.isEmpty {
      sheet.heading("Asks")
      for ask in asks { sheet.task(ask.words(wording), isDone: accepted.contains(ask.id)) }
    }
    sheet.section("Worked on", worked)
    sheet.section("Coming up", coming(wording))
    sheet.section("Ownership", facts.ownership.map { $0.words(wording) })
    return sheet.text
  }

  /// The numbers of the shift in a sentence or three.
  public func counted(_ wording: Wording) -> String {
    let span = change.length.duration
    guard facts.pageCount > 0 else { return "No pages in \(span)\(heldBack)." }
    var hours: [String] = []
    if facts.outOfHours > 0 { hours.append("\(facts.outOfHours) out of hours") }
    if facts.nightsBroken > 0 { hours.append("\(facts.nightsBroken.of("night")) broken") }
    let services = facts.byService.map { "\(wording.name($0.service)) \($0.count)" }
    let parts = [hours, services].map { $0.joined(separator: ", ") }.filter { !$0.isEmpty }
    var text = "\(facts.pageCount.of("page")) in \(span)\(heldBack): "
    text += parts.joined(separator: "; ") + "."
    if let slow = facts.slowestAck {
      text += " Slowest ack \(slow.wait.duration) (\(slow.summary.onOneLine))."
    }
    if !facts.noisiest.isEmpty {
      let keys = facts.noisiest.map { "\($0.key.text.onOneLine) (\($0.signals.of("signal")))" }
      text += " Noisiest: \(keys.joined(separator: ", "))."
    }
    return text
  }

  private var heldBack: String {
    facts.heldBack == 0 ? "" : " and \(facts.heldBack) held back by maintenance"
  }

  /// The issues of the shift, a line each, ten at most.
  public var worked: [String] {
    let shown = facts.issues.prefix(10).map { "\($0.key) \($0.title.onOneLine) (\($0.how))" }
    let hidden = facts.issues.count - shown.count
    return shown + (hidden > 0 ? ["and \(hidden.of("more issue"))"] : [])
  }

  /// What the next shift has to expect, a line each: gaps, maintenance, covers, absences.
  public func coming(_ wording: Wording) -> [String] {
    let maintenance = facts.maintenance.map { window in
      let services = window.services.map { services in
        services.map(wording.name).sorted().joinedInWords()
      }
      return "Maintenance on \(services ?? "everything"), "
        + "\(wording.span(window.start, window.end)): \(window.reason.onOneLine)"
    }
    let gaps = facts.gaps.map { "Gap: nobody is on call \(wording.span($0.start, $0.end))" }
    let covers = facts.covers.map { "\($0.name(wording)) covers \(wording.span($0.start, $0.end))" }
    let absences = facts.absences.map {
      "\($0.name(wording)) is away \(wording.span($0.start, $0.end))"
    }
    return gaps + maintenance + covers + absences
  }
}

extension HandoffFacts.OpenPage {
  /// The page with its service, who holds it and since when, on one line.
  public func words(_ wording: Wording) -> String {
    var text = "\(summary.onOneLine) (\(wording.name(service)), \(urgency.name)): "
    if let snoozedUntil {
      text += "snoozed until \(wording.moment(snoozedUntil))"
    } else {
      text += owner.map { "held by \(wording.mention($0))" } ?? "nobody holds it"
    }
    text += ", since \(wording.moment(since))"
    if count > 1 { text += ", \(count.of("signal"))" }
    if let note = lastNote?.onOneLine.trimmed, !note.isEmpty { text += ". Last: \(note)" }
    return text
  }
}

extension HandoffNote.Watch {
  /// What to watch, until when and when to escalate, on one line.
  public func words(_ wording: Wording) -> String {
    what.onOneLine + (until.map { ", until \(wording.moment($0))" } ?? "")
      + (escalateWhen.trimmed.isEmpty ? "" : "; escalate when \(escalateWhen.onOneLine.trimmed)")
  }
}

extension HandoffNote.Ask {
  /// What is asked, and since when for one that was passed on.
  public func words(_ wording: Wording) -> String {
    text.onOneLine + (since.map { " (asked \(wording.moment($0)))" } ?? "")
  }
}

extension HandoffFacts.OwnershipChange {
  /// What went from whom to whom: `billing: @ana to team api`.
  public func words(_ wording: Wording) -> String {
    "\(subject.onOneLine): \(from.map(wording.receiver) ?? "nobody") to \(wording.receiver(to))"
  }
}

extension HandoffFacts.Span {
  fileprivate func name(_ wording: Wording) -> String { person.map(wording.mention) ?? "Somebody" }
}
