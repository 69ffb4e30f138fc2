import Domain
import Support
import Testing

@Suite struct HandoffNoteTests {
  private static let texts = "\(Folder.root)/Tests/DomainTests/Handoffs/Texts"

  private func page(
    _ number: Int, _ summary: String, _ service: EntityID, _ key: String, at opened: String,
    severity: Severity = .error, signals: Int = 1, _ events: [(PageEvent, String)] = []
  ) throws -> Page {
    let trigger = PageTrigger(summary: summary, severity: severity)
    var page = Page.opened(
      by: trigger, for: service, key: PageKey(key), with: PageOpening(id: Cast.id(1100 + number)),
      at: Offer.at(opened)
    ).page
    for _ in 1..<max(2, signals) where signals > 1 {
      _ = try page.handle(.trigger(trigger), at: Offer.at(opened))
    }
    for (event, at) in events { _ = try page.handle(event, at: Offer.at(at)) }
    return page
  }

  private func material() throws -> HandoffMaterial {
    var material = HandoffMaterial(change: Offer.change, giver: Offer.ana, receiver: Offer.bo)
    let ack = PageEvent.ack(by: Offer.ana)
    let fixed = PageEvent.resolve(.fixed, by: Offer.ana)
    material.pages = [
      try page(
        1, "disk full on db-2", Offer.router, "disk-full/db-2", at: "2026-03-15T21:04:00Z",
        signals: 12, [(ack, "2026-03-15T21:18:00Z")]),
      try page(
        2, "certificate expires", Offer.billing, "cert", at: "2026-03-12T09:00:00Z",
        severity: .warning,
        [
          (ack, "2026-03-12T09:05:00Z"),
          (.snooze(until: Offer.at("2026-03-17T07:00:00Z"), by: Offer.ana), "2026-03-16T07:30:00Z"),
        ]),
      try page(
        3, "queue stuck", Offer.router, "queue", at: "2026-03-10T10:00:00Z", signals: 3,
        [(ack, "2026-03-10T10:02:00Z"), (fixed, "2026-03-10T10:30:00Z")]),
      try page(
        4, "disk full on db-2", Offer.router, "disk-full/db-2", at: "2026-03-11T02:00:00Z",
        signals: 5, [(ack, "2026-03-11T02:04:00Z"), (fixed, "2026-03-11T02:30:00Z")]),
      try page(
        5, "old trouble", Offer.router, "old", at: "2026-03-01T02:00:00Z",
        [(ack, "2026-03-01T02:40:00Z"), (fixed, "2026-03-01T02:50:00Z")]),
    ]
    material.lastNotes = [Cast.id(1101): "cleaning the old WAL,\nhalf done"]
    material.windows = [
      try MaintenanceWindow(
        id: Cast.id(1301), reason: "new disks", services: [Offer.router],
        from: Offer.at("2026-03-17T21:00:00Z"), to: Offer.at("2026-03-17T22:00:00Z")),
      try MaintenanceWindow(
        id: Cast.id(1302), reason: "past", services: nil,
        from: Offer.at("2026-03-10T21:00:00Z"), to: Offer.at("2026-03-10T22:00:00Z")),
    ]
    material.issues = [
      HandoffFacts.TouchedIssue(
        key: IssueKey(prefix: "API", number: 42), title: "Rate limiter drops headers",
        how: "closed")
    ]
    material.ownership = [
      HandoffFacts.OwnershipChange(
        subject: "billing", from: .person(Offer.ana), to: .team(Offer.team),
        at: Offer.at("2026-03-12T12:00:00Z")),
      HandoffFacts.OwnershipChange(
        subject: "old", from: nil, to: .person(Offer.bo), at: Offer.at("2026-02-12T12:00:00Z")),
    ]
    material.gaps = [
      HandoffFacts.Span(Offer.at("2026-03-22T20:00:00Z"), Offer.at("2026-03-24T06:00:00Z"))
    ]
    material.covers = [
      HandoffFacts.Span(
        Offer.at("2026-03-18T08:00:00Z"), Offer.at("2026-03-18T16:00:00Z"), person: Offer.dee)
    ]
    material.absences = [
      HandoffFacts.Span(
        Offer.at("2026-03-18T08:00:00Z"), Offer.at("2026-03-18T16:00:00Z"), person: Offer.bo)
    ]
    material.unfinishedAsks = [HandoffNote.Ask(id: Cast.id(1190), "rotate the API key")]
    return material
  }

  private func busyNote() throws -> HandoffNote {
    var note = HandoffNote.gather(try material(), on: Offer.stockholm)
    note.feel = "Rough start, calm since Thursday."
    note.watch = [
      HandoffNote.Watch(
        "queue depth on billing", until: Offer.at("2026-03-18T12:00:00Z"),
        escalateWhen: "above 10k")
    ]
    return note
  }

  @Test func `facts are counted on the giver's clock and within the shift`() throws {
    let facts = HandoffNote.gather(try material(), on: Offer.stockholm).facts
    #expect(facts.pageCount == 4)
    #expect(facts.outOfHours == 2)
    #expect(facts.nightsBroken == 2)
    #expect(facts.byService.map(\.count) == [3, 1])
    #expect(facts.slowestAck?.wait == 14 * Instant.minute)
    #expect(facts.noisiest.map(\.signals) == [17, 3])
    #expect(facts.openPages.map(\.id) == [Cast.id(1101), Cast.id(1102)])
    #expect(facts.maintenance.map(\.reason) == ["new disks"])
    #expect(facts.gaps.map(\.end) == [Offer.change.nextEnds])
    #expect(facts.ownership.map(\.subject) == ["billing"])
  }

  @Test func `a page of an earlier shift counts when it rang again in this one`() throws {
    var material = try material()
    material.rings = [Cast.id(1105): [Offer.at("2026-03-11T23:00:00Z")]]
    let facts = HandoffNote.gather(material, on: Offer.stockholm).facts
    #expect(facts.pageCount == 5)
    #expect(facts.nightsBroken == 3)
    #expect(facts.slowestAck?.wait == 14 * Instant.minute)
  }

  @Test func `what maintenance held back rang for nobody`() {
    var material = HandoffMaterial(change: Offer.change, giver: Offer.ana, receiver: Offer.bo)
    material.pages = [
      Page.opened(
        by: PageTrigger(summary: "x", severity: .error), for: Offer.router, key: nil,
        with: PageOpening(id: Cast.id(1), isInMaintenance: true),
        at: Offer.at("2026-03-10T10:00:00Z")
      ).page
    ]
    let facts = HandoffNote.gather(material, on: Offer.stockholm).facts
    #expect((facts.pageCount, facts.heldBack) == (0, 1))
    #expect(facts.openPages == [])
  }

  @Test func `the items to accept are the open pages and the asks`() throws {
    #expect(
      try busyNote().items.map(\.text)
        == ["disk full on db-2", "certificate expires", "rotate the API key"])
  }

  @Test(arguments: TextForm.allCases)
  func `a busy shift is told on one screen`(form: TextForm) throws {
    let text = try busyNote().text(form, Offer.wording, accepted: [Cast.id(1190)])
    let name = form == .markdown ? "busy.md" : "busy.txt"
    let difference = TextFile.difference(text, from: "\(Self.texts)/\(name)")
    #expect(difference == nil, "\(difference ?? "")")
  }

  @Test func `a quiet shift is told in two lines`() {
    let material = HandoffMaterial(change: Offer.change, giver: Offer.ana, receiver: Offer.bo)
    let note = HandoffNote.gather(material, on: Offer.stockholm)
    let text = note.text(.markdown, Offer.wording)
    let difference = TextFile.difference(text, from: "\(Self.texts)/quiet.md")
    #expect(difference == nil, "\(difference ?? "")")
    #expect(text.split(separator: "\n").count == 2)
  }

  @Test func `a hostile text stays on its line`() throws {
    var note = try busyNote()
    note.feel = "fine\n# Not a heading\r\n- nor an item"
    let lines = note.text(.markdown, Offer.wording).split(separator: "\n")
    #expect(lines.contains("fine # Not a heading - nor an item"))
  }

  @Test func `no expected text is unused`() {
    #expect(TextFile.names(in: Self.texts) == ["busy.md", "busy.txt", "quiet.md"])
  }
}
