import Canvas
import Domain

extension AppState {
  /// Does an action of the tab Pages, to the page under the cursor where it needs one.
  mutating func runPages(_ id: ActionID) -> [Effect] {
    if id == .trigger { return askService() }
    guard let page = selectedPage else { return [] }
    switch id {
    case .ack: return [.performWatch(.page(page.id, .ack))]
    case .release: return [.performWatch(.page(page.id, .release))]
    case .escalate: return [.performWatch(.page(page.id, .escalate))]
    case .resolve: overlay = .picker(reasonPicker(page))
    case .snooze:
      overlay = .picker(
        timePicker(.snooze(page: page.id), "Snooze", ["30m", "1h", "4h", "tomorrow 9:00"]))
    case .extend:
      overlay = .picker(timePicker(.extend(page: page.id), "Hold", ["30m", "1h", "2h", "4h"]))
    case .open:
      guard AppLayout(self).preview == nil else { return go(to: .services, .service(page.service)) }
      isPaperWhole = true
    default: break
    }
    return []
  }

  /// Why an action of the tab Pages would do nothing now; nil when it can be done.
  func obstacleInPages(to id: ActionID) -> String? {
    switch id {
    case .trigger: return obstacleToPaging
    case .ack, .resolve, .snooze, .extend, .escalate, .release: break
    default: return nil
    }
    guard bill != nil else { return AppState.isReading }
    guard let page = selectedPage else { return "there is no page here" }
    let soon = now.advanced(by: 30 * Instant.minute)
    let deed: PageDeed
    switch id {
    case .ack:
      if let myID, page.owner == myID { return "you hold it already" }
      if let myID, page.helpers.contains(myID) { return "you help already" }
      deed = .ack
    case .resolve: deed = .resolve(.fixed)
    case .snooze: deed = .snooze(until: soon)
    case .extend: deed = .extend(until: soon)
    case .escalate: deed = .escalate
    default: deed = .release
    }
    return refusal(of: .page(page.id, deed))
  }

  /// Why nobody can be paged from here; nil when somebody can.
  var obstacleToPaging: String? {
    guard let bill else { return AppState.isReading }
    guard myID != nil else { return AppState.nobodyActs }
    return bill.services.isEmpty
      ? "there is no service yet; make one with 'watchbill service add'" : nil
  }

  /// The page under the cursor.
  var selectedPage: Page? {
    guard tab == .pages, case .page(let id) = tabList.selected else { return nil }
    return bill?.pages.first { $0.id == id }
  }

  private mutating func askService() -> [Effect] {
    guard let bill else { return [] }
    let items = bill.services.map { service in
      Picker.Item(value: service.handle, note: service.team.map { "team \($0)" } ?? "nobody's")
    }
    var picker = Picker(
      purpose: .watch(.service, title: "Which service is in trouble?"), items: items)
    let near = selectedPage.flatMap { bill.service($0.service)?.handle }
    picker.cursor = items.firstIndex { $0.value == near } ?? 0
    overlay = .picker(picker)
    return []
  }

  private func reasonPicker(_ page: Page) -> Picker {
    let items = [
      Picker.Item(value: Page.Reason.fixed.name, note: "somebody did something about it"),
      Picker.Item(value: Page.Reason.selfCleared.name, note: "it went away by itself"),
      Picker.Item(value: Page.Reason.noise.name, note: "it should not have paged anybody"),
    ]
    return Picker(purpose: .watch(.reason(page: page.id), title: "What was it?"), items: items)
  }

  private func timePicker(_ choice: WatchChoice, _ verb: String, _ times: [String]) -> Picker {
    let wording = bill?.wording(for: myID)
    let items = times.map { time in
      let moment = wording.flatMap { TypedTime(time)?.instant(after: now, on: $0.clock) }
      return Picker.Item(
        value: time, note: moment.flatMap { wording?.moment($0) }.map { "until \($0)" } ?? "")
    }
    return Picker(purpose: .watch(choice, title: "\(verb) it until"), items: items)
  }
}
