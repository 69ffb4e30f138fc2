import Canvas
import Domain

extension AppState {
  /// Does an action of the tab Services, to the service or the offer under the cursor.
  mutating func runServices(_ id: ActionID) -> [Effect] {
    switch id {
    case .findService:
      return ask(
        Question(purpose: .watch(.findService), editor: LineEditor(serviceFilter)))
    case .open: return openSubject()
    case .trigger: return selectedService.map { askTrouble(with: $0) } ?? []
    case .offer:
      guard let bill, let service = selectedService else { return [] }
      return askReceiver(of: .service(service.id), bill)
    case .accept: return selectedOffer.map { [.performWatch(.handoff($0.id, .accept))] } ?? []
    case .withdraw: return selectedOffer.map { [.performWatch(.handoff($0.id, .withdraw))] } ?? []
    case .decline:
      return selectedOffer.map { askWhyDeclined($0) } ?? []
    default: return []
    }
  }

  /// Why an action of the tab Services would do nothing now; nil when it can be done.
  func obstacleInServices(to id: ActionID) -> String? {
    switch id {
    case .trigger:
      if let reason = obstacleToPaging { return reason }
      return selectedService == nil ? "there is no service here" : nil
    case .offer:
      guard let bill else { return AppState.isReading }
      guard let service = selectedService else { return "there is no service here" }
      return obstacle(toOffering: .service(service.id), bill)
    case .accept: return obstacle(toAnswering: .accept)
    case .decline: return obstacle(toAnswering: .decline(reason: ""))
    case .withdraw: return obstacle(toAnswering: .withdraw)
    case .findService:
      return bill?.services.isEmpty == false ? nil : "there is no service yet"
    default: return nil
    }
  }

  private func obstacle(toAnswering deed: HandoffDeed) -> String? {
    guard bill != nil else { return AppState.isReading }
    guard let offer = selectedOffer else { return "nothing is offered here" }
    return refusal(of: .handoff(offer.id, deed))
  }

  /// Why something of mine cannot be offered to anybody; nil when it can.
  private func obstacle(toOffering subject: Handoff.Subject, _ bill: WatchBill) -> String? {
    guard let myID else { return AppState.nobodyActs }
    let person = bill.people.first { $0.id != myID }.map { Handoff.Receiver.person($0.id) }
    guard let somebody = person ?? bill.teams.first.map({ .team($0.id) }) else {
      return "there is nobody else here; add somebody with 'watchbill person add'"
    }
    let verb = WatchVerb.offer(subject, to: somebody, message: "")
    return bill.refusal(of: verb, by: myID, at: now)?.description
  }

  /// The service under the cursor, or the one that the offer under it is about.
  var selectedService: Service? {
    guard tab == .services else { return nil }
    switch tabList.selected {
    case .service(let id): return bill?.service(id)
    case .handoff:
      guard case .service(let id) = selectedOffer?.subject else { return nil }
      return bill?.service(id)
    default: return nil
    }
  }

  /// The offer under the cursor, or the one that waits for the service under it.
  var selectedOffer: Handoff? {
    guard tab == .services else { return nil }
    switch tabList.selected {
    case .handoff(let id): return bill?.handoffs.first { $0.id == id }
    case .service(let id): return bill?.openOffer(of: .service(id))
    default: return nil
    }
  }

  /// To the issues of a service, or to what is offered.
  private mutating func openSubject() -> [Effect] {
    guard case .handoff = tabList.selected, let offer = selectedOffer else {
      if let service = selectedService { showIssues(of: service) }
      return []
    }
    switch offer.subject {
    case .service(let id): return go(to: .services, .service(id))
    case .issue(let id):
      isGoing = true
      return [.loadDetail(id)]
    case .shift: return show(.onCall)
    }
  }

  /// Shows the open issues of a service: a filter over the view in sight, which Esc takes off.
  private mutating func showIssues(of service: Service) {
    let terms = [Query.Term.trait(.open), .name(.service, [service.handle])]
    let query = Query(.all(terms.map(Query.Expression.term))).description
    if sections[current].filter == nil { sections[current].unfiltered = list }
    sections[current].filter = query
    list.ask(query)
    isPaperWhole = false
    tab = .issues
  }

  /// Narrows the services in sight to those whose name, team or owner has some letters.
  mutating func narrowServices(to text: String) {
    serviceFilter = text.trimmed
    tabBasis = nil
  }

  // MARK: Issues

  /// Asks who is to have the issue at hand.
  mutating func handOver() -> [Effect] {
    guard case .one(let key, let id) = targets, var bill else { return [] }
    bill.issues[id] = facts(of: id, key, bill)
    self.bill = bill
    return askReceiver(of: .issue(id), bill)
  }

  /// Why the issue at hand cannot be offered to anybody; nil when it can.
  var obstacleToHandingOver: String? {
    guard let targets else { return "there is no issue here" }
    guard case .one(let key, let id) = targets else {
      return "one issue is offered at a time; Esc takes the marks off"
    }
    guard me != nil else { return AppState.nobodyActs }
    guard var bill else { return AppState.isReading }
    bill.issues[id] = facts(of: id, key, bill)
    return obstacle(toOffering: .issue(id), bill)
  }

  /// What the bill would know of an issue on the screen.
  private func facts(
    of id: EntityID, _ key: IssueKey, _ bill: WatchBill
  ) -> WatchBill.IssueFacts {
    let owner = subject?.owner
    return WatchBill.IssueFacts(
      title: IssueTitle(key, subject?.title ?? ""),
      owner: owner.flatMap { handle in bill.people.first { $0.handle == handle }?.id })
  }
}
