import Canvas
import Domain

extension AppState {
  /// Does what was chosen about a page, a service or a handoff, or asks on.
  mutating func choose(_ value: String?, for choice: WatchChoice) -> [Effect] {
    guard let value, let bill else {
      say("nothing was chosen")
      return []
    }
    switch choice {
    case .reason(let page):
      return Page.Reason(name: value).map { [.performWatch(.page(page, .resolve($0)))] } ?? []
    case .snooze(let page):
      return moment(value, bill).map { [.performWatch(.page(page, .snooze(until: $0)))] } ?? []
    case .extend(let page):
      return moment(value, bill).map { [.performWatch(.page(page, .extend(until: $0)))] } ?? []
    case .service:
      let service = bill.services.first { $0.handle == value }
      return service.map { askTrouble(with: $0) } ?? []
    case .receiver(let subject):
      guard let receiver = receivers(bill).first(where: { $0.name == value })?.receiver else {
        return []
      }
      let words = "\(bill.name(of: subject)) to \(bill.wording(for: myID).receiver(receiver))"
      return ask(
        Question(
          purpose: .watch(.offer(subject, to: receiver, words: words)), editor: LineEditor()))
    }
  }

  /// Does what was said in the line of a question.
  mutating func answer(_ text: String, to question: WatchQuestion) -> [Effect] {
    switch question {
    case .trouble(let service, _):
      let trigger = PageTrigger(summary: text, severity: .critical)
      pagedService = service
      return [.performWatch(.trigger(service: service, key: nil, trigger))]
    case .offer(let subject, let receiver, _):
      return [.performWatch(.offer(subject, to: receiver, message: text))]
    case .decline(let handoff, _):
      return [.performWatch(.handoff(handoff, .decline(reason: text)))]
    case .findService: return []
    }
  }

  /// Asks what is wrong with a service; the answer is a page.
  mutating func askTrouble(with service: Service) -> [Effect] {
    ask(
      Question(
        purpose: .watch(.trouble(service.id, service: service.handle)), editor: LineEditor()))
  }

  /// Asks why an offer is declined; the answer may be empty.
  mutating func askWhyDeclined(_ offer: Handoff) -> [Effect] {
    guard let bill else { return [] }
    let words = bill.name(of: offer.subject)
    return ask(Question(purpose: .watch(.decline(offer.id, words: words)), editor: LineEditor()))
  }

  /// Asks who is to have an issue or a service: people first, then teams.
  mutating func askReceiver(of subject: Handoff.Subject, _ bill: WatchBill) -> [Effect] {
    let items = receivers(bill).map {
      Picker.Item(value: $0.name, note: $0.note, mark: Style($0.isPerson ? .person : .text))
    }
    overlay = .picker(
      Picker(
        purpose: .watch(.receiver(subject), title: "Offer \(bill.name(of: subject)) to"),
        items: items))
    return []
  }

  /// Everybody who could accept something from me, under the names they are chosen by.
  func receivers(_ bill: WatchBill) -> [Receiver] {
    let mine = myID.map { bill.teams(of: $0) } ?? []
    let people = bill.people.filter { $0.id != myID }.map { person in
      Receiver(
        receiver: .person(person.id), name: "@" + person.handle, note: person.name,
        isNear: !mine.isDisjoint(with: bill.teams(of: person.id)))
    }
    let teams = bill.teams.map { team in
      Receiver(
        receiver: .team(team.id), name: "team \(team.handle)", note: team.name,
        isNear: mine.contains(team.id))
    }
    return people.filter(\.isNear) + people.filter { !$0.isNear } + teams
  }

  /// Somebody who could accept something.
  struct Receiver {
    var receiver: Handoff.Receiver
    var name: String
    var note: String
    /// Whether they are in a team of mine.
    var isNear: Bool

    var isPerson: Bool {
      if case .person = receiver { true } else { false }
    }
  }

  /// The moment that was chosen or typed, on my clock.
  private func moment(_ text: String, _ bill: WatchBill) -> Instant? {
    TypedTime(text)?.instant(after: now, on: bill.clock(of: myID))
  }

  /// Why a verb of the bill would do nothing now, in its own words; nil when it can be done.
  func refusal(of verb: WatchVerb) -> String? {
    guard let bill else { return AppState.isReading }
    guard let myID else { return AppState.nobodyActs }
    return bill.refusal(of: verb, by: myID, at: now)?.description
  }

  static let isReading = "who stands which watch is still being read; try again"
}
