internal import Domain
internal import Storage

/// Pages: their signals, and what people did about them.
extension DemoHistory {
  func paging(_ cast: DemoCast) -> [Deed] { plan.pages.flatMap { deeds($0, cast) } }

  private func deeds(_ page: DemoPage, _ cast: DemoCast) -> [Deed] {
    let start = page.at.instant(from: now)
    var deeds: [Deed] = []
    func add(_ minutes: Int64, _ act: @escaping (inout WatchSitting) throws -> Void) {
      deeds.append(
        Deed(at: start.advanced(by: minutes * Instant.minute), act: .watch(act)))
    }
    for minute in 0...(page.again ?? 0) {
      add(minute) { sitting in try signal(page, cast, &sitting) }
    }
    if let minutes = page.ack { add(minutes) { try act(.ack, on: page, cast, &$0) } }
    if let snooze = page.snooze, snooze.count == 2 {
      let until = start.advanced(by: (snooze[0] + snooze[1]) * Instant.minute)
      add(snooze[0]) { try act(.snooze(until: until), on: page, cast, &$0) }
    }
    if let minutes = page.resolve {
      let reason = page.reason.flatMap { Page.Reason(name: $0) } ?? .fixed
      add(minutes) { try act(.resolve(reason), on: page, cast, &$0) }
    }
    return deeds
  }

  private func signal(
    _ page: DemoPage, _ cast: DemoCast, _ sitting: inout WatchSitting
  ) throws {
    let service = try cast.service(page.service)
    let trigger = PageTrigger(
      summary: page.summary, severity: Severity(name: page.severity) ?? .error)
    // Monitors act through the person who answers for the service.
    let owner = sitting.bill.service(service)?.owner ?? DemoCompany.person
    try sitting.perform(
      .trigger(service: service, key: PageKey(page.key), trigger), as: cast.person(owner))
  }

  private func act(
    _ deed: PageDeed, on page: DemoPage, _ cast: DemoCast, _ sitting: inout WatchSitting
  ) throws {
    let service = try cast.service(page.service)
    let open = sitting.bill.pages.first {
      $0.isOpen && $0.service == service && $0.key?.text == page.key
    }
    guard let open else { throw Failure(.failed, "nothing is open for \(page.key)") }
    let present = sitting.bill.caughtUp(open, to: sitting.now)
    let told = present.owner ?? present.escalation?.told.first ?? present.firstAck?.by
    let owner = sitting.bill.service(service)?.owner ?? DemoCompany.person
    let actor = try page.by.map { try cast.person($0) } ?? told ?? cast.person(owner)
    try sitting.perform(.page(open.id, deed), as: actor)
  }
}
