import Canvas
import Domain

extension AppState {
  /// Changes issues, at once or after a question.
  mutating func change(_ id: ActionID) -> [Effect] {
    switch id {
    case .undo where place == .compose: return undoInCompose()
    case .undo, .redo:
      isReplaying = true
      return [id == .undo ? .undo : .redo]
    case .new: return askNewIssue()
    default: break
    }
    guard let targets else { return [] }
    switch id {
    case .close: return [targets.perform(.close(as: .done))]
    case .drop: return [targets.perform(.close(as: .dropped))]
    case .reopen: return [targets.perform(.reopen)]
    case .take: return [targets.perform(.assign(add: [me].compactMap(\.self), remove: []))]
    case .watch: return me.map { [targets.perform(.toggleWatch($0))] } ?? []
    case .status: overlay = .picker(statusPicker(targets))
    case .priority: overlay = .picker(priorityPicker(targets))
    case .label: overlay = .picker(labelPicker(targets))
    case .assign: overlay = .picker(assignPicker(targets))
    case .own: overlay = .picker(ownerPicker(targets))
    case .retitle: return askTitle(targets)
    case .comment: return askComment(targets)
    case .commentInEditor: return writeComment(targets)
    case .editBody: return editBody()
    case .handOver: return handOver()
    default: break
    }
    return []
  }

  private mutating func askNewIssue() -> [Effect] {
    guard let project = usualProject else { return [] }
    return ask(Question(purpose: .newIssue(project: project), editor: LineEditor()))
  }

  private mutating func askTitle(_ targets: Targets) -> [Effect] {
    // A row's title is cut; only the full text may be edited and saved again.
    let full = [detail?.reader.detail, preview.detail]
      .compactMap(\.self).first { $0.issue.id == subject?.id }?.issue.title
    guard let subject, let title = full ?? subject.wholeTitle else {
      complain("the title is longer than a row holds; open the issue first")
      return []
    }
    return ask(Question(purpose: .retitle(targets, old: title), editor: LineEditor(title)))
  }

  private mutating func askComment(_ targets: Targets) -> [Effect] {
    ask(
      Question(purpose: .comment(targets), editor: LineEditor("", keepsLineBreaks: true)))
  }

  /// Opens a line to answer in; text kept from before comes into it.
  mutating func ask(_ prompt: Question) -> [Effect] {
    overlay = .prompt(prompt)
    return prompt.subject.map { [.loadDraft($0)] } ?? []
  }

  private mutating func writeComment(_ targets: Targets) -> [Effect] {
    // The editor begins with the kept draft: the answer to this wish opens it.
    editing = EditorWish(subject: targets.commentSubject, targets: targets, fallback: "")
    return [.loadDraft(targets.commentSubject)]
  }

  /// The whole text is read first: a row has none, and a preview cuts it.
  private mutating func editBody() -> [Effect] {
    guard let subject, let targets else { return [] }
    editing = EditorWish(subject: .body(subject.id), targets: targets)
    return [.loadBody(subject.id)]
  }

  /// The text that was to be edited is here: on to what is kept of an earlier edit.
  mutating func goOnEditing(_ id: EntityID, _ body: String) -> [Effect] {
    guard let wish = editing, wish.subject == .body(id), wish.fallback == nil else { return [] }
    editing?.fallback = body
    return [.loadDraft(.bodyBase(id)), .loadDraft(.body(id))]
  }
}
