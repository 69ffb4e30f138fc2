import Canvas
import Domain

extension AppState {
  /// Opens the update to a prompt over the whole screen: a kept draft, else what was posted, else
  /// what its writer did.
  mutating func openCompose(_ prompt: Prompt, _ date: CivilDate) -> [Effect] {
    var screen = ComposeScreen(prompt, date)
    let posted = myID.flatMap { bill?.update(prompt.id, $0, date) }
    if let posted {
      screen.put(posted.answers, from: .posted)
    } else if let answers = updateDrafts[prompt.id] {
      screen.fill(with: answers)
    }
    compose = screen
    return [.loadDraft(screen.subject)] + (posted == nil ? [.loadUpdateDrafts] : [])
  }

  /// Does what can be done while an update is written.
  mutating func runCompose(_ id: ActionID) -> [Effect] {
    switch id {
    case .post: return post()
    case .editLine:
      overlay = compose.map { .line(LineEditor($0.line.text)) }
    case .addLine:
      compose?.addLine()
      overlay = .line(LineEditor())
    case .removeLine:
      if let fields = compose?.fields { compose?.past.append(fields) }
      compose?.removeLine()
      return keepCompose()
    case .editUpdate:
      guard let compose else { return [] }
      editing = EditorWish(
        subject: compose.subject, targets: nil, fallback: nil, isOpen: true)
      let request = EditorRequest(subject: compose.subject, text: compose.answers.writing)
      return [.saveDraft(compose.subject, request.text), .openEditor(request)]
    default: break
    }
    return []
  }

  /// Why something cannot be done while an update is written; nil when it can.
  func obstacleInCompose(to id: ActionID) -> String? {
    switch id {
    case .removeLine: compose?.line.isEmpty == false ? nil : "there is nothing on this line"
    case .undo: compose?.past.isEmpty == false ? nil : "no line was taken away here"
    case .redo: "go back with Esc first"
    default: nil
    }
  }

  /// Moves from line to line.
  mutating func moveInCompose(_ id: ActionID, _ count: Int?) -> [Effect] {
    let times = count ?? 1
    let page = max(1, AppLayout(self).paper.height / 2)
    let moved: Bool? =
      switch id {
      case .down: compose?.move(by: times)
      case .up: compose?.move(by: -times)
      case .top: compose?.move(by: -.max / 4)
      case .bottom: compose?.move(by: .max / 4)
      case .halfDown, .pageDown: compose?.move(by: page * times)
      case .halfUp, .pageUp: compose?.move(by: -page * times)
      default: nil
      }
    if moved == false, id == .down || id == .up {
      say(id == .down ? "this is the last line" : "this is the first line")
    }
    return []
  }

  /// Brings the line back that was taken away last.
  mutating func undoInCompose() -> [Effect] {
    guard let fields = compose?.past.popLast() else { return [] }
    compose?.fields = fields
    compose?.move(by: 0)
    return keepCompose()
  }

  /// Leaves the update; what was typed stays a draft.
  mutating func closeCompose() -> [Effect] {
    guard let screen = compose else { return [] }
    compose = nil
    tabBasis = nil
    guard screen.isTouched || screen.origin == .kept else { return [] }
    keptDrafts.insert(screen.subject)
    say("kept as a draft; \(keymap.key(of: .compose) ?? "p") brings it back")
    return []
  }

  /// Posts the update, whose text is a draft until it is in the store.
  private mutating func post() -> [Effect] {
    guard let screen = compose, let bill else { return [] }
    let answers = screen.answers
    guard answers.contains(where: { !$0.text.isEmpty }) else {
      complain("every answer is empty; \(keymap.key(of: .editLine) ?? "i") writes one")
      return []
    }
    compose = nil
    tabBasis = nil
    sending = screen.subject
    return [
      .saveDraft(screen.subject, answers.writing),
      .performWatch(
        .post(
          prompt: screen.prompt.id, screen.date, answers, blocked: bill.blockages(in: answers))),
    ]
  }

  /// Keeps what was typed, before anything else happens to it.
  mutating func keepCompose() -> [Effect] {
    compose?.isTouched = true
    return compose.map { [.saveDraft($0.subject, $0.answers.writing)] } ?? []
  }

  /// A draft from before comes in, unless somebody typed already.
  mutating func takeComposed(_ text: String) {
    guard let screen = compose, !screen.isTouched, !isTypingLine else { return }
    compose?.put(screen.prompt.answers(in: text), from: .kept)
  }
}
