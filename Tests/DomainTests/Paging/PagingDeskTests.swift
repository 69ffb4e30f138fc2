import Domain
import Support
import Testing

@Suite struct PagingDeskTests {
  private func desk(
    windows: [MaintenanceWindow] = [], lastResort: EntityID? = nil,
    onCall: @escaping EscalationPolicy.OnCall
  ) throws -> PagingDesk {
    let step = EscalationPolicy.Step([.schedule(Pager.primary)], wait: 5 * Instant.minute)
    return PagingDesk(
      policy: try EscalationPolicy(
        version: Pager.policy, steps: [step], repeats: 1, lastResort: lastResort),
      windows: windows, onCall: onCall)
  }

  @Test func `a page tells people until somebody acknowledges it`() throws {
    let desk = try desk { _, _ in [Pager.ana] }
    var page = Pager.page()
    let opened = try page.perform(
      [.note(.opened), .notify(rung: 1)], at: Pager.minute(0), with: desk)
    #expect(
      opened == [
        .note(.opened), .tell([Pager.ana]), .escalate(at: Pager.minute(5)),
        .note(.told([Pager.ana], rung: 1)),
      ])
    #expect(page.nextEscalation == Pager.minute(5))
    _ = try page.handle(.escalationDue, at: Pager.minute(5), with: desk)
    #expect(page.escalation?.rung == 2)
    _ = try page.handle(.escalationDue, at: Pager.minute(10), with: desk)
    #expect(page.escalation?.rung == 3)
    #expect(page.nextEscalation == Pager.minute(70))
    _ = try page.handle(.escalationDue, at: Pager.minute(70), with: desk)
    #expect(page.escalation?.rung == 4)
    #expect(page.nextEscalation == Pager.minute(130))
    #expect(
      try page.handle(.ack(by: Pager.ana), at: Pager.minute(71), with: desk).first
        == .stopEscalation)
  }

  @Test func `who comes on call while a page rings is told and the timer keeps running`() throws {
    let desk = try desk { _, moment in [moment < Pager.minute(2) ? Pager.ana : Pager.bo] }
    var page = Pager.page()
    _ = try page.perform([.notify(rung: 1)], at: Pager.minute(0), with: desk)
    let effects = try page.handle(.shiftChanges, at: Pager.minute(2), with: desk)
    #expect(effects == [.tell([Pager.bo]), .note(.told([Pager.bo], rung: 1))])
    #expect(page.nextEscalation == Pager.minute(5))
    #expect(try page.handle(.shiftChanges, at: Pager.minute(3), with: desk) == [])
  }

  @Test func `a held page fires when its schedule is covered again`() throws {
    let desk = try desk { _, moment in moment < Pager.minute(60) ? [] : [Pager.bo] }
    var page = Pager.page(.low, severity: .warning)
    #expect(
      try page.perform([.notify(rung: 1)], at: Pager.minute(0), with: desk)
        == [.stopEscalation, .note(.held)])
    let effects = try page.handle(.covered, at: Pager.minute(60), with: desk)
    #expect(
      effects == [
        .note(.coveredAgain), .tell([Pager.bo]), .escalate(at: Pager.minute(65)),
        .note(.told([Pager.bo], rung: 1)),
      ])
  }

  @Test func `a stranded page tells the last resort and is marked`() throws {
    let desk = try desk(lastResort: Pager.dee) { _, _ in [] }
    var page = Pager.page()
    #expect(
      try page.perform([.notify(rung: 1)], at: Pager.minute(0), with: desk)
        == [
          .tell([Pager.dee]), .escalate(at: Pager.minute(60)),
          .note(.stranded(lastResort: [Pager.dee])),
        ])
    #expect(page.escalation?.reach == .lastResort)
    _ = try page.handle(.escalationDue, at: Pager.minute(60), with: desk)
    #expect(page.escalation?.rung == 1)
  }

  @Test func `maintenance holds escalations and lapses back until it ends`() throws {
    let window = try MaintenanceWindow(
      id: Cast.id(801), reason: "new disks", services: [Pager.router],
      from: Pager.minute(4), to: Pager.minute(60))
    let desk = try desk(windows: [window]) { _, _ in [Pager.ana] }
    var page = Pager.page()
    _ = try page.perform([.notify(rung: 1)], at: Pager.minute(0), with: desk)
    let due = try page.handle(.escalationDue, at: Pager.minute(5), with: desk)
    #expect(due == [.note(.escalated(by: nil)), .stopEscalation, .note(.maintenanceBegan)])
    #expect(page.state == .suppressed)
    let ended = try page.handle(.windowEnds, at: Pager.minute(60), with: desk)
    #expect(ended.contains(.tell([Pager.ana])))

    var held = try Pager.page(after: [.ack(by: Pager.ana)])
    _ = try held.handle(.deadlinePasses, at: Pager.minute(31), with: desk)
    #expect(held.state == .suppressed)
  }

  @Test(
    arguments: [
      (nil, [:], 0, true), (nil, [:], 59, true), (nil, [:], 60, false), (nil, [:], -1, false),
      ([Pager.router], [:], 5, true), ([Pager.billing], [:], 5, false),
      (nil, ["zone": "eu"], 5, true), (nil, ["zone": "us"], 5, false),
      (nil, ["zone": "eu", "rack": "9"], 5, false),
    ] as [(Set<EntityID>?, [String: String], Int64, Bool)])
  func `a maintenance window holds what it covers while it runs`(
    services: Set<EntityID>?, labels: [String: String], minute: Int64, isHeld: Bool
  ) throws {
    let window = try MaintenanceWindow(
      id: Cast.id(801), reason: "new disks", services: services, labels: labels,
      from: Pager.minute(0), to: Pager.minute(60))
    #expect(
      window.holds(service: Pager.router, labels: ["zone": "eu"], at: Pager.minute(minute))
        == isHeld)
  }

  @Test func `a maintenance window needs an end after its start and something to cover`() {
    #expect(throws: MaintenanceWindow.Flaw.endsBeforeItStarts) {
      try MaintenanceWindow(
        id: Cast.id(801), reason: "", services: nil, from: Pager.minute(0), to: Pager.minute(0))
    }
    #expect(throws: MaintenanceWindow.Flaw.coversNothing) {
      try MaintenanceWindow(
        id: Cast.id(801), reason: "", services: [], from: Pager.minute(0), to: Pager.minute(1))
    }
  }
}
