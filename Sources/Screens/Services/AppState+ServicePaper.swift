import Canvas
import Domain

extension AppState {
  /// All that is known of the service or the offer under the cursor, and what can be done with it.
  func servicePaper(_ bill: WatchBill, width: Int) -> [StyledLine] {
    let wording = bill.wording(for: myID)
    var sheet = Sheet(width: width)
    if case .handoff = tabList.selected, let offer = selectedOffer {
      tell(offer, bill, wording, in: &sheet)
    } else if let service = selectedService {
      tell(service, bill, wording, in: &sheet)
    } else {
      return []
    }
    sheet.blank()
    for (action, words) in waysOnInServices where obstacle(to: action) == nil {
      if let key = keymap.key(of: action) { sheet.hint(key, words) }
    }
    return sheet.lines
  }

  private var waysOnInServices: [(ActionID, String)] {
    var open = "see its open issues"
    if case .handoff = tabList.selected { open = "go to it" }
    return [
      (.accept, "accept it"), (.decline, "decline it, with a reason"), (.withdraw, "withdraw it"),
      (.offer, "offer it to somebody"), (.trigger, "page it"), (.open, open),
    ]
  }

  private func tell(
    _ offer: Handoff, _ bill: WatchBill, _ wording: Wording, in sheet: inout Sheet
  ) {
    sheet.title(bill.name(of: offer.subject))
    if case .issue(let id) = offer.subject { sheet.text(bill.issues[id]?.title.title ?? "") }
    sheet.fact("from", wording.mention(offer.giver), .person)
    sheet.fact("to", wording.receiver(offer.receiver), .person)
    if let at = offer.offeredAt { sheet.fact("offered", wording.moment(at)) }
    if let end = offer.expiresAt { sheet.fact("expires", wording.moment(end)) }
    if !offer.message.isEmpty {
      sheet.blank()
      sheet.text(offer.message)
    }
    sheet.blank()
    sheet.text("It stays with \(wording.mention(offer.giver)) until somebody accepts.", .dim)
  }

  private func tell(
    _ service: Service, _ bill: WatchBill, _ wording: Wording, in sheet: inout Sheet
  ) {
    sheet.title(service.name.isEmpty ? service.handle : "\(service.handle): \(service.name)")
    sheet.fact("team", service.team ?? "none; a page would reach nobody")
    tellOwner(of: service, bill, wording, in: &sheet)
    sheet.fact("issues", (serviceCounts[service.id]?.description ?? "0") + " open")
    if let offer = bill.openOffer(of: .service(service.id)) {
      sheet.fact("offered", "to \(wording.receiver(offer.receiver))", .info)
    }
    tellDuty(of: service, bill, wording, in: &sheet)
    tellPages(of: service, bill, wording, in: &sheet)
    let events = bill.offerEvents(of: .service(service.id), wording)
    guard !events.isEmpty else { return }
    sheet.blank()
    sheet.heading("Handed over")
    for event in events.prefix(8) {
      sheet.text("\(wording.moment(event.at))  \(event.words)", .dim)
    }
    if events.count > 8 { sheet.text("and \((events.count - 8).grouped) more", .dim) }
  }

  private func tellOwner(
    of service: Service, _ bill: WatchBill, _ wording: Wording, in sheet: inout Sheet
  ) {
    sheet.fact("owner", service.owner.map { "@" + $0 } ?? "nobody", .person)
    guard let last = bill.transfers(of: .service(service.id)).first else { return }
    if wording.person(last.by) == service.owner {
      sheet.fact("since", "\(wording.moment(last.at)), \(Age.long(last.at, now: now))")
    }
    sheet.fact("before", wording.mention(last.from), .person)
  }

  private func tellDuty(
    of service: Service, _ bill: WatchBill, _ wording: Wording, in sheet: inout Sheet
  ) {
    for schedule in bill.schedules(paging: service.id) {
      sheet.blank()
      sheet.heading(schedule.name)
      guard let duty = bill.duty(in: schedule, now: now) else {
        sheet.text("who is on call cannot be told: zone data are missing", .warning)
        continue
      }
      sheet.fact("on call", wording.mentions(duty.now), duty.now.isEmpty ? .error : .person)
      if let until = duty.until {
        sheet.fact("until", wording.moment(until))
        sheet.fact("then", wording.mentions(duty.next), duty.next.isEmpty ? .error : .person)
      }
    }
    guard let policy = bill.policy(of: service.id) else { return }
    sheet.blank()
    sheet.heading(service.policy.map { "Policy \($0)" } ?? "Pages go to")
    sheet.steps(of: policy, bill, wording, now, mark: " ")
  }

  private func tellPages(
    of service: Service, _ bill: WatchBill, _ wording: Wording, in sheet: inout Sheet
  ) {
    let pages = bill.pages.filter { $0.service == service.id }
    guard !pages.isEmpty else { return }
    let open = pages.filter(\.isOpen)
    sheet.blank()
    sheet.heading("Pages: \(open.count.grouped) open, \(pages.count.grouped) in 13 weeks")
    for page in open.prefix(5) {
      sheet.text(
        "\(mark(of: page.state.phase).characters) \(page.state.phase.name)  \(page.summary)",
        page.state.phase.role)
    }
  }
}
