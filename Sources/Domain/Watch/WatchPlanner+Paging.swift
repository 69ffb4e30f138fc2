extension WatchPlanner {
  func savePolicy(
    _ handle: String, _ steps: [EscalationPolicy.Step], _ repeats: Int, _ lastResort: EntityID?,
    _ newID: () -> EntityID
  ) throws(WatchRefusal) -> WatchPlan {
    let known = bill.policies.first { $0.handle.lowercased() == handle.lowercased() }
    let policy = try refusing { () throws(EscalationPolicy.Flaw) in
      if let known {
        return try known.policy.revised(
          steps: steps, repeats: repeats, lastResort: .some(lastResort))
      }
      return try EscalationPolicy(
        version: EscalationPolicy.Version(policy: newID(), number: 1), steps: steps,
        repeats: repeats, lastResort: lastResort)
    }
    let named = WatchBill.NamedPolicy(handle: known?.handle ?? handle, policy: policy)
    return WatchPlan(
      "\(known == nil ? "made" : "changed") policy \(named.handle)", [.put(.policy(named))])
  }

  func usePolicy(_ id: EntityID, _ policy: EntityID?) throws(WatchRefusal) -> WatchPlan {
    let service = try service(id)
    let change = SetField(EntityRef(.service, id), .policy, to: .optional(policy))
    return WatchPlan(
      "set the policy of \(service.handle)", [.change(.set(change))])
  }

  func maintain(
    _ period: Period, _ reason: String, _ services: Set<EntityID>?, _ newID: () -> EntityID
  ) throws(WatchRefusal) -> WatchPlan {
    guard period.end > now else { throw WatchRefusal("that maintenance is over already") }
    let window = try refusing { () throws(MaintenanceWindow.Flaw) in
      try MaintenanceWindow(
        id: newID(), reason: reason, services: services, from: period.start, to: period.end)
    }
    return WatchPlan(
      "planned maintenance \(wording.span(period.start, period.end))", [.put(.maintenance(window))]
    )
  }

  func endMaintenance(_ id: EntityID) throws(WatchRefusal) -> WatchPlan {
    let window = try found(bill.maintenance.first { $0.id == id }, "maintenance window")
    guard window.end > now else { throw WatchRefusal("that maintenance is over already") }
    guard window.start < now else {
      return WatchPlan("cancelled maintenance", [.trash(EntityRef(.maintenance, id))])
    }
    let ended = try refusing { () throws(MaintenanceWindow.Flaw) in
      try MaintenanceWindow(
        id: id, reason: window.reason, services: window.services, labels: window.labels,
        from: window.start, to: now)
    }
    return WatchPlan("ended maintenance", [.put(.maintenance(ended))])
  }

  func trigger(
    _ id: EntityID, _ key: PageKey?, _ trigger: PageTrigger, _ newID: () -> EntityID
  ) throws(WatchRefusal) -> WatchPlan {
    let service = try service(id)
    guard !trigger.summary.trimmed.isEmpty else {
      throw WatchRefusal("a page needs a line that says what is wrong")
    }
    let opening = bill.opening(
      of: id, newID(),
      isInMaintenance: MaintenanceWindow.hold(
        bill.maintenance, service: id, labels: trigger.labels, at: now))
    guard let opening else {
      throw WatchRefusal(
        "nobody owns \(service.handle), so a page would reach nobody; give it a team with "
          + "'watchbill service edit \(service.handle) --team TEAM'")
    }
    let known = bill.pages.filter { $0.service == id && key != nil && $0.key == key }
      .map { $0.isOpen ? bill.caughtUp($0, to: now) : $0 }
    var series = PageSeries(service: id, key: key, pages: known)
    let outcome = try refusing { () throws(Page.Refusal) in
      try series.handle(.trigger(trigger), opening: opening, at: now)
    }
    switch outcome {
    case .opened(let page, let effects):
      return WatchPlan("paged \(service.handle)", [try put(page, after: effects)])
    case .changed(let page, let effects):
      return WatchPlan("paged \(service.handle) again", [try put(page, after: effects)])
    case .ignored: return WatchPlan("paged \(service.handle)", [])
    }
  }

  func page(_ id: EntityID, _ deed: PageDeed) throws(WatchRefusal) -> WatchPlan {
    var page = bill.caughtUp(try found(bill.pages.first { $0.id == id }, "page"), to: now)
    let effects = try refusing { () throws(Page.Refusal) in
      try page.handle(event(deed), at: now)
    }
    let title = "\(words(for: deed)) the page of \(wording.name(page.service))"
    return WatchPlan(title, [try put(page, after: effects)])
  }

  /// The page once those who are to be told were told.
  func put(
    _ page: Page, after effects: [PageEffect]
  ) throws(WatchRefusal) -> WatchPlan.Edit {
    guard let desk = bill.desk(of: page) else { return .put(.page(page)) }
    var page = page
    _ = try refusing { () throws(Page.Refusal) in
      try page.perform(effects, at: now, with: desk)
    }
    return .put(.page(page))
  }

  private func event(_ deed: PageDeed) -> PageEvent {
    switch deed {
    case .ack: .ack(by: actor)
    case .release: .release(by: actor)
    case .escalate: .escalate(by: actor)
    case .snooze(let until): .snooze(until: until, by: actor)
    case .extend(let until): .extend(until: until, by: actor)
    case .resolve(let reason): .resolve(reason, by: actor)
    }
  }

  private func words(for deed: PageDeed) -> String {
    switch deed {
    case .ack: "acknowledged"
    case .release: "released"
    case .escalate: "escalated"
    case .snooze: "snoozed"
    case .extend: "extended"
    case .resolve: "resolved"
    }
  }
}
