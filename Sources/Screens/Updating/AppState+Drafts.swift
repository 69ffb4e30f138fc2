import Canvas
import Domain

extension AppState {
  /// Puts a kept text where it was asked for.
  mutating func takeDraft(_ subject: DraftSubject, _ text: String?) -> [Effect] {
    if let wish = editing, wish.subject == subject, !wish.isOpen {
      editing?.isOpen = true
      return [.openEditor(EditorRequest(subject: subject, text: text ?? wish.fallback ?? ""))]
    }
    if case .update = subject {
      if let text { takeComposed(text) }
      return []
    }
    guard let text, case .prompt(var prompt) = overlay, prompt.subject == subject,
      !prompt.isTouched
    else { return [] }
    prompt.editor = LineEditor(text, keepsLineBreaks: prompt.editor.keepsLineBreaks)
    overlay = .prompt(prompt)
    say("this was kept from before; ctrl-u clears it")
    return []
  }

  /// Takes what somebody wrote in their editor: a draft first, then a change.
  mutating func takeEdited(_ subject: DraftSubject, _ text: String?) -> [Effect] {
    let wish = editing?.subject == subject ? editing : nil
    editing = nil
    guard let text, let wish else {
      say("nothing was saved in the editor")
      return []
    }
    let effect: Effect
    switch subject {
    case .comment, .commentOnMany:
      guard !text.trimmed.isEmpty else {
        say("an empty comment was not sent")
        return [.discardDraft(subject)]
      }
      effect = wish.targets.map { $0.perform(.comment(text.withoutLineEnd)) } ?? .redraw
    case .body:
      guard text.withoutLineEnd != wish.fallback?.withoutLineEnd else {
        say("the text is as it was")
        return [.discardDraft(subject)]
      }
      let verb = IssueVerb.rewrite(text.withoutLineEnd, insteadOf: wish.fallback)
      effect = wish.targets.map { $0.perform(verb) } ?? .redraw
    case .newIssue:
      guard let project = wish.fallback, let draft = IssueDraft(written: text, in: project) else {
        say("an issue without a title was not made")
        return [.discardDraft(subject)]
      }
      effect = .create(draft)
    case .roster(let schedule, let layer):
      return takeWritten(RosterDraft(schedule: schedule, layer: layer), text)
    case .update:
      guard let prompt = compose?.prompt else { return [.saveDraft(subject, text)] }
      compose?.put(prompt.answers(in: text), from: .kept)
      return keepCompose()
    case .title, .note, .trouble, .offer, .decline: return []
    }
    sending = subject
    return [.saveDraft(subject, text), effect]
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
  /// Whether the editor was asked for already.
  var isOpen = false
}

extension IssueDraft {
  /// An issue from a written text: the first line is the title, the rest the body.
  init?(written text: String, in project: String) {
    let lines = text.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: true)
    guard let title = lines.first.map({ String($0).trimmed }), !title.isEmpty else { return nil }
    self.init(project: project, title: title, body: lines.count > 1 ? String(lines[1]).trimmed : "")
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
