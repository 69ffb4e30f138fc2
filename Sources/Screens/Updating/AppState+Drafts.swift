import Canvas
import Domain

extension AppState {
  /// Puts a kept text where it was asked for.
  mutating func takeDraft(_ subject: DraftSubject, _ text: String?) -> [Effect] {
    if case .bodyBase(let id) = subject {
      if editing?.subject == .body(id) { editing?.base = text }
      return []
    }
    if let wish = editing, wish.subject == subject, !wish.isOpen { return open(wish, kept: text) }
    if case .update = subject {
      if let text { takeComposed(text) }
      return []
    }
    guard case .prompt(var prompt) = overlay, prompt.subject == subject else { return [] }
    if prompt.isPasted { return join(text, to: prompt) }
    guard let text, !prompt.isTouched else { return [] }
    prompt.editor = LineEditor(text, keepsLineBreaks: prompt.editor.keepsLineBreaks)
    overlay = .prompt(prompt)
    say("this was kept from before; ctrl-u clears it")
    return []
  }

  private mutating func open(_ wish: EditorWish, kept: String?) -> [Effect] {
    var text = kept ?? wish.fallback ?? ""
    if case .body = wish.subject, let now = wish.fallback {
      text = KeptBody.text(kept, over: wish.base, now: now)
    }
    editing?.isOpen = true
    editing?.opened = text
    if kept != nil, text != wish.fallback { say("this was kept from before") }
    return [.openEditor(EditorRequest(subject: wish.subject, text: text))]
  }

  /// Puts what was pasted behind the new issue that was kept: neither takes the other's place.
  private mutating func join(_ kept: String?, to prompt: Question) -> [Effect] {
    var prompt = prompt
    prompt.isPasted = false
    prompt.isTouched = true
    if let kept = kept?.withoutLineEnd, !kept.trimmed.isEmpty {
      prompt.editor = LineEditor(kept + "\n\n" + prompt.editor.text, keepsLineBreaks: true)
      say("added to the new issue you kept; Enter makes it, Esc keeps it as a draft")
    }
    overlay = .prompt(prompt)
    return [.saveDraft(.newIssue, prompt.editor.text)]
  }

  /// Takes what somebody wrote in their editor: a draft first, then a change.
  mutating func takeEdited(_ subject: DraftSubject, _ text: String?) -> [Effect] {
    let wish = editing?.subject == subject ? editing : nil
    editing = nil
    guard let wish else {
      say("nothing was saved in the editor")
      return []
    }
    guard let text else { return askAgain(wish) }
    guard !text.trimmed.isEmpty else {
      if wish.hasText { keptDrafts.insert(subject) }
      say("nothing was saved in the editor")
      return []
    }
    let effect: Effect?
    switch subject {
    case .comment, .commentOnMany:
      effect = wish.targets.map { $0.perform(.comment(text.withoutLineEnd)) }
    case .body(let id): return rewrite(id, wish, text.withoutLineEnd)
    case .newIssue:
      effect = wish.fallback.flatMap { IssueDraft(written: text, in: $0) }.map { .create($0) }
    case .roster(let schedule, let layer):
      return takeWritten(RosterDraft(schedule: schedule, layer: layer), text)
    case .update:
      guard let prompt = compose?.prompt else { return [.saveDraft(subject, text)] }
      compose?.put(prompt.answers(in: text), from: .kept)
      return keepCompose()
    case .bodyBase, .title, .note, .cover, .absence, .trouble, .offer, .decline: return []
    }
    guard let effect else { return [.saveDraft(subject, text)] }
    sending = subject
    return [.saveDraft(subject, text), effect]
  }

  /// Sends another text in place of the one it was written over, and keeps both until it is there.
  private mutating func rewrite(_ id: EntityID, _ wish: EditorWish, _ text: String) -> [Effect] {
    let subject = DraftSubject.body(id)
    guard let base = wish.fallback, text != base.withoutLineEnd else {
      say("the text is as it was")
      return discard(subject)
    }
    let keeping: [Effect] = [.saveDraft(.bodyBase(id), base), .saveDraft(subject, text)]
    guard !KeptBody.hasMarks(text), let targets = wish.targets else {
      keptDrafts.insert(subject)
      complain(
        "both texts are still in it, between <<<<<<< and >>>>>>>; "
          + "\(keymap.key(of: .editBody) ?? ":edit-body") goes on")
      return keeping
    }
    sending = subject
    return keeping + [targets.perform(.rewrite(text, insteadOf: base))]
  }

  /// A text that the editor left as it was is asked for in a line, where Enter sends it.
  private mutating func askAgain(_ wish: EditorWish) -> [Effect] {
    guard wish.hasText else {
      say("nothing was changed in the editor")
      return []
    }
    var question: Question
    switch (wish.subject, wish.targets, wish.fallback) {
    case (.comment, let targets?, _), (.commentOnMany, let targets?, _):
      question = Question(purpose: .comment(targets), editor: wish.line)
    case (.newIssue, _, let project?):
      question = Question(purpose: .newIssue(project: project), editor: wish.line)
    case (.roster(let schedule, let layer), _, let line?):
      let draft = RosterDraft(schedule: schedule, layer: layer)
      question = Question(purpose: .roster(draft), editor: LineEditor(line))
    case (.body, _, _) where wish.opened != wish.fallback:
      keptDrafts.insert(wish.subject)
      say("the text is as it was kept; nothing was sent")
      return []
    default:
      say("nothing was changed in the editor")
      return []
    }
    question.isTouched = true
    overlay = .prompt(question)
    say("the text is as it was; Enter takes it")
    return []
  }

  /// Forgets what is kept for a subject, and what it was written over.
  func discard(_ subject: DraftSubject) -> [Effect] {
    guard case .body(let id) = subject else { return [.discardDraft(subject)] }
    return [.discardDraft(subject), .discardDraft(.bodyBase(id))]
  }
}

/// A text that is being written in somebody's editor.
struct EditorWish: Sendable, Equatable {
  var subject: DraftSubject
  /// What it will be said of; nil for a new issue.
  var targets: Targets?
  /// What the editor begins with when no draft is kept; for a new issue, its project.
  ///
  /// nil while the issue's text is on its way.
  var fallback: String?
  /// The text that the kept draft was written over; nil where nobody knows.
  var base: String?
  /// What the editor was opened with.
  var opened: String?
  /// Whether the editor was asked for already.
  var isOpen = false

  /// Whether the editor began with words.
  var hasText: Bool { opened.map { !$0.trimmed.isEmpty } ?? false }

  /// What the editor began with, as a line to go on in.
  var line: LineEditor { LineEditor(opened ?? "", keepsLineBreaks: true) }
}

extension IssueDraft {
  /// An issue from a written text: the first line with words is the title, the rest the body.
  init?(written text: String, in project: String) {
    let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
    guard let first = lines.firstIndex(where: { !String($0).trimmed.isEmpty }) else { return nil }
    self.init(
      project: project, title: String(lines[first]).trimmed,
      body: lines[(first + 1)...].joined(separator: "\n").trimmed)
  }
}

extension IssueSummary {
  /// The title, unless the list cut it.
  var wholeTitle: String? { title.count < IssueSummary.titleLimit ? title : nil }
}

extension String {
  /// Without the line breaks that editors put at the end of a file.
  var withoutLineEnd: String {
    var rest = self[...]
    while rest.last?.isNewline == true { rest.removeLast() }
    return String(rest)
  }
}
