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
    case .watch: return watch(targets)
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

  /// Stops following what is followed already, as far as that is known here.
  private func watch(_ targets: Targets) -> [Effect] {
    guard let me else { return [] }
    let known = detail?.reader.detail ?? preview.detail
    let watchers = known?.issue.id == subject?.id ? known?.issue.watchers ?? [] : []
    let follows = watchers.contains(me)
    return [targets.perform(.watch(add: follows ? [] : [me], remove: follows ? [me] : []))]
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

  private mutating func editBody() -> [Effect] {
    guard let subject, let targets else { return [] }
    let known = [detail?.reader.detail, preview.detail].compactMap(\.self)
      .first { $0.issue.id == subject.id }
    editing = EditorWish(
      subject: .body(subject.id), targets: targets, fallback: known?.issue.body)
    guard known == nil else { return [.loadDraft(.body(subject.id))] }
    preview.wanted = subject.id
    return [.loadPreview(subject.id)]
  }

  /// The text that was to be edited is here: on to the editor.
  mutating func goOnEditing(_ issue: Issue) -> [Effect] {
    guard let wish = editing, wish.subject == .body(issue.id), wish.fallback == nil else {
      return []
    }
    editing?.fallback = issue.body
    return [.loadDraft(wish.subject)]
  }
}
