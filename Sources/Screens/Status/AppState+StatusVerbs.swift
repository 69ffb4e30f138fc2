import Canvas
import Domain

extension AppState {
  /// Does what the tab of updates can do.
  mutating func runStatus(_ id: ActionID) -> [Effect] {
    switch id {
    case .open: return openStatusRow()
    case .compose: return composeHere()
    case .clearBlocker:
      guard case .blocker(let id) = tabList.selected else { return [] }
      return [.performWatch(.clearBlocker(id))]
    case .dayBefore, .dayAfter:
      statusBack += id == .dayBefore ? 1 : -1
      tabBasis = nil
      return []
    case .copyText: return digestText.map { [.copy($0)] } ?? []
    default: return []
    }
  }

  /// Why something cannot be done in the tab of updates; nil when it can.
  func obstacleInStatus(to id: ActionID) -> String? {
    switch id {
    case .compose:
      guard let myID else { return AppState.nobodyActs }
      guard let bill, !bill.prompts(of: myID).isEmpty else {
        return "no team of yours is asked; see watchbill status prompt set"
      }
      return composeTarget == nil ? "this digest is not of a team of yours" : nil
    case .clearBlocker:
      guard me != nil else { return AppState.nobodyActs }
      if case .blocker = tabList.selected { return nil }
      return "nothing that blocks is chosen; move to a line under Blocked"
    case .dayBefore:
      guard let bill, !bill.prompts.isEmpty else { return "no team is asked how it stands" }
      var earlier = self
      earlier.statusBack += 1
      return bill.prompts.allSatisfy { earlier.digestDate(of: $0, bill) == nil }
        ? "updates are shown for five weeks; see watchbill status show" : nil
    case .dayAfter: return statusBack == 0 ? "this is the latest one" : nil
    case .copyText:
      return digestText == nil ? "no digest is chosen; move to a team" : nil
    default: return nil
    }
  }

  /// Asks for what my updates can be filled with, when the bill has changed since.
  mutating func settleStatus() -> [Effect] {
    guard tab == .status, let myID, let bill, draftsRevision != billRevision,
      !bill.prompts(of: myID).isEmpty
    else { return [] }
    draftsRevision = billRevision
    return [.loadUpdateDrafts]
  }

  /// Takes in what my updates can be filled with.
  mutating func take(updateDrafts drafts: [EntityID: [Update.Answer]]) -> [Effect] {
    updateDrafts = drafts
    paperBasis = nil
    if let screen = compose, let answers = drafts[screen.prompt.id], !isTypingLine {
      compose?.fill(with: answers)
    }
    return []
  }

  private mutating func openStatusRow() -> [Effect] {
    if case .prompt = tabList.selected { return run(.compose) }
    if AppLayout(self).preview == nil || isPaperWhole {
      isPaperWhole.toggle()
      paperBasis = nil
    }
    return []
  }

  private mutating func composeHere() -> [Effect] {
    guard let target = composeTarget else { return [] }
    return openCompose(target.prompt, target.date)
  }

  /// The prompt and the date that an update would be written for from here.
  private var composeTarget: (prompt: Prompt, date: CivilDate)? {
    guard let myID, let bill else { return nil }
    let mine = bill.prompts(of: myID)
    switch tabList.selected {
    case .prompt(let id, let date), .digest(let id, let date):
      return mine.first { $0.id == id }.map { ($0, date) }
    default:
      let asked = mine.compactMap { prompt in
        prompt.present(at: now, bill.calendar(of: prompt, for: myID)).map { (prompt, $0.date) }
      }
      return asked.first { bill.update($0.0.id, myID, $0.1) == nil } ?? asked.first
    }
  }

  /// The chosen digest on its team's clock, to be pasted into a chat.
  private var digestText: String? {
    guard let bill, case .digest(let id, let date) = tabList.selected,
      let prompt = bill.prompts.first(where: { $0.id == id })
    else { return nil }
    var wording = bill.wording(for: nil)
    wording.clock = bill.clock(ofTeam: prompt.team)
    return bill.digest(of: prompt, on: date, now: now).text(.plain, wording)
  }
}
