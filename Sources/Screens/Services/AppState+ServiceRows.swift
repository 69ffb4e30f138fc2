import Canvas
import Domain

extension AppState {
  /// What is offered, to me first; then who owns what: a section for each team, mine first.
  func serviceRows(_ bill: WatchBill, width: Int) -> (rows: [TabRow], empty: [String]) {
    guard !bill.services.isEmpty || !bill.openOffers.isEmpty else {
      return (
        [],
        [
          "There is no service yet.",
          "A service is an app or component that a team owns:",
          "make one with 'watchbill service add NAME --team TEAM'.",
        ]
      )
    }
    let rows = ServiceRows(self, bill, width)
    let all = (serviceFilter.isEmpty ? rows.offerRows() : []) + rows.teamRows()
    return (
      all, ["No service is called “\(serviceFilter)”.", "Esc shows them all."]
    )
  }
}

/// Services as rows: name; at the right owner, who is on call until when, open issues, last
/// handoff.
private struct ServiceRows {
  let state: AppState
  let bill: WatchBill
  let wording: Wording
  let width: Int
  let ownerWidth: Int
  let dutyWidth: Int
  static let countWidth = 6
  static let ageWidth = 5
  let offers: [Handoff]
  /// Services that wait for somebody's answer.
  let offered: Set<EntityID>
  /// When each service was handed over last.
  let handedAt: [EntityID: Instant]
  let ringing: Set<EntityID>

  init(_ state: AppState, _ bill: WatchBill, _ width: Int) {
    self.state = state
    self.bill = bill
    self.width = width
    wording = bill.wording(for: state.myID)
    ownerWidth = width < 60 ? 0 : width < 96 ? 9 : 14
    dutyWidth = width < 60 ? 9 : width < 96 ? 16 : 26
    offers = bill.openOffers
    offered = Set(offers.compactMap(\.service))
    var handedAt: [EntityID: Instant] = [:]
    for handoff in bill.handoffs {
      guard let service = handoff.service, case .accepted(_, let at) = handoff.state else {
        continue
      }
      handedAt[service] = max(at, handedAt[service] ?? at)
    }
    self.handedAt = handedAt
    ringing = Set(bill.pages.filter { $0.escalation != nil }.map(\.service))
  }

  // MARK: Offers

  func offerRows() -> [TabRow] {
    let me = state.myID.map(bill.actor)
    let toMe = offers.filter { $0.isFor(me) }
    let byMe = offers.filter { $0.giver == me?.person && !$0.isFor(me) }
    let others = offers.filter { !$0.isFor(me) && $0.giver != me?.person }
    return section("Offered to you", toMe) + section("Offered by you", byMe)
      + section("Offered to others", others)
  }

  private func section(_ title: String, _ offers: [Handoff]) -> [TabRow] {
    offers.isEmpty ? [] : [.heading(title)] + offers.map(row) + [.blank]
  }

  private func row(_ offer: Handoff) -> TabRow {
    let isMine = offer.isFor(state.myID.map(bill.actor))
    let mark = isMine ? state.glyphs.unread : state.glyphs.separator
    var spans = [
      Span(mark, isMine ? .unread : .dim), Span(" ", .text),
      Span(CleanText(bill.name(of: offer.subject)), .key), Span("  ", .text),
      Span(CleanText(wording.mention(offer.giver)), .person), Span(" ", .text),
      Span(state.glyphs.right, .dim), Span(" ", .text),
      Span(CleanText(wording.receiver(offer.receiver)), .person),
    ]
    if case .issue(let id) = offer.subject, let title = bill.issues[id]?.title.title {
      spans += [Span("  ", .text), Span(CleanText(title, limit: 200), .text)]
    } else if !offer.message.isEmpty {
      spans += [Span("  ", .text), Span(CleanText(offer.message, limit: 200), .dim)]
    }
    let left = offer.expiresAt.map { "expires \(Countdown.long($0, now: state.now))" } ?? ""
    let short = width < 60 ? "" : left
    return TabRow(.handoff(offer.id), StyledLine(spans), right: StyledLine(CleanText(short), .time))
  }

  // MARK: Services

  func teamRows() -> [TabRow] {
    let mine = state.myID.map { bill.teams(of: $0) } ?? []
    let teams =
      bill.teams.filter { mine.contains($0.id) } + bill.teams.filter { !mine.contains($0.id) }
    var rows: [TabRow] = []
    for team in teams {
      let services = bill.services(of: team.id).filter(isWanted)
      guard !services.isEmpty || state.serviceFilter.isEmpty else { continue }
      let name = team.name.isEmpty || width < 60 ? "" : " \(state.glyphs.separator) \(team.name)"
      rows.append(heading("team \(team.handle)\(name)", isFirst: rows.isEmpty))
      rows += services.map(row)
      if services.isEmpty { rows.append(TabRow(nil, StyledLine("  owns no service yet", .dim))) }
      rows.append(.blank)
    }
    let owned = Set(bill.teams.map { $0.handle.lowercased() })
    let lost = bill.services.filter { service in
      isWanted(service) && !(service.team.map { owned.contains($0.lowercased()) } ?? false)
    }
    guard !lost.isEmpty else { return rows }
    return rows + [heading("no team", isFirst: rows.isEmpty)] + lost.map(row)
  }

  private func isWanted(_ service: Service) -> Bool {
    guard !state.serviceFilter.isEmpty else { return true }
    let wanted = state.serviceFilter.lowercased()
    return [service.handle, service.name, service.team ?? "", service.owner ?? ""]
      .contains { $0.lowercased().contains(wanted) }
  }

  private func heading(_ words: String, isFirst: Bool) -> TabRow {
    let left = StyledLine(CleanText(words), .heading)
    guard isFirst else { return TabRow(nil, left) }
    return TabRow(
      nil, left,
      right: right(
        Span("owner", .count), [Span("on call", .count)], Span("open", .count),
        Span("handed", .count)))
  }

  private func row(_ service: Service) -> TabRow {
    let isRinging = ringing.contains(service.id)
    let mark = isRinging ? Span(state.glyphs.warning, .error) : Span(" ", .text)
    var spans = [mark, Span(" ", .text), Span(CleanText(service.handle, limit: 60), .key)]
    if offered.contains(service.id) {
      spans += [Span(" ", .text), Span("offered", .info)]
    }
    if !service.name.isEmpty {
      spans += [Span("  ", .text), Span(CleanText(service.name, limit: 200), .dim)]
    }
    let owner = service.owner.map { Span(CleanText("@" + $0), .person) } ?? Span("no owner", .dim)
    let count = state.serviceCounts[service.id]?.description ?? "0"
    let handed = handedAt[service.id].map { Age.short($0, now: state.now) }
    return TabRow(
      .service(service.id), StyledLine(spans),
      right: right(
        owner, duty(of: service), Span(CleanText(count), .count),
        Span(handed ?? CleanText(state.glyphs.separator.characters), .time)))
  }

  /// `@bo until Mon 09:00`, in a narrow window only who.
  private func duty(of service: Service) -> [Span] {
    guard let schedule = bill.schedules(paging: service.id).first else {
      return [Span(bill.policy(of: service.id) == nil ? "nobody" : "the team", .dim)]
    }
    guard let duty = state.serviceDuties[schedule.id] else { return [Span("unknown", .warning)] }
    var spans: [Span]
    if let first = duty.now.first {
      let more = duty.now.count > 1 ? "+\(duty.now.count - 1)" : ""
      let who = (first == state.myID ? "you" : wording.mention(first)) + more
      spans = [Span(CleanText(who), .person)]
    } else {
      spans = [duty.isNeeded ? Span("nobody", .error) : Span("off hours", .dim)]
    }
    if let until = duty.until, width >= 60 {
      let words =
        width < 96 ? " \(wording.shortMoment(until))" : " until \(wording.shortMoment(until))"
      spans.append(Span(CleanText(words), .time))
    }
    return spans
  }

  private func right(_ owner: Span, _ duty: [Span], _ count: Span, _ handed: Span) -> StyledLine {
    var spans = ownerWidth > 0 ? cell([owner], ownerWidth) + [Span(" ", .text)] : []
    spans += cell(duty, dutyWidth)
    spans.append(Span(count.text.rightAligned(to: ServiceRows.countWidth), count.style))
    if ownerWidth > 0 {
      spans.append(Span(handed.text.rightAligned(to: ServiceRows.ageWidth + 2), handed.style))
    }
    return StyledLine(spans)
  }

  /// Some text in a column: what does not fit is cut, what is missing is blank.
  private func cell(_ spans: [Span], _ width: Int) -> [Span] {
    var left = width
    var cut: [Span] = []
    for span in spans where left > 0 {
      let text = span.text.truncated(to: left, ellipsis: state.glyphs.ellipsis)
      cut.append(Span(text, span.style))
      left -= text.width
    }
    return left > 0 ? cut + [Span(.blank(left), .text)] : cut
  }
}

extension AppState {
  /// Works out who is on call on each schedule, kept until the bill or the minute changes: every
  /// letter of a filter makes the rows anew.
  mutating func settleServiceDuties(_ bill: WatchBill) {
    let basis = PagerBasis(revision: billRevision, minute: now.milliseconds / Instant.minute)
    guard basis != serviceDutyBasis else { return }
    serviceDutyBasis = basis
    serviceDuties = [:]
    for schedule in bill.schedules {
      serviceDuties[schedule.id] = bill.duty(in: schedule, now: now)
    }
  }
}

extension Handoff {
  /// The service it is about; nil for anything else.
  fileprivate var service: EntityID? {
    if case .service(let id) = subject { id } else { nil }
  }

  /// Whether somebody may accept it.
  func isFor(_ actor: Handoff.Actor?) -> Bool {
    guard let actor else { return false }
    return switch receiver {
    case .person(let id): id == actor.person
    case .team(let id): actor.teams.contains(id)
    }
  }
}
