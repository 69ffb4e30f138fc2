import Canvas
import Domain

extension AppState {
  mutating func take(_ key: Key, _ prompt: Question) -> [Effect] {
    var prompt = prompt
    switch key {
    case .esc, .ctrl("c"): return leave(prompt)
    case .enter: return finish(prompt)
    case .ctrl("o"): return writeOn(prompt)
    case .tab:
      if case .coverNote(var wish) = prompt.purpose {
        wish.note = prompt.editor.text
        askForTimes(wish)
        return []
      }
      guard case .newIssue(let project) = prompt.purpose else { break }
      prompt.purpose = .newIssue(project: projectAfter(project))
      overlay = .prompt(prompt)
      return []
    case .down,
      .ctrl("n") where prompt.purpose == .watch(.findService):
      return moveInTab(.down, nil)
    case .up,
      .ctrl("p") where prompt.purpose == .watch(.findService):
      return moveInTab(.up, nil)
    case .ctrl("n") where prompt.purpose == .find: return run(.findNext)
    case .ctrl("p") where prompt.purpose == .find: return run(.findPrevious)
    default: break
    }
    switch prompt.editor.take(key) {
    case .changed: return keep(prompt)
    case .moved: overlay = .prompt(prompt)
    case .ignored: complain("\(key) does nothing here; Enter takes it, Esc goes back")
    }
    return []
  }

  /// Takes the text over and keeps it as a draft before anything else happens to it.
  mutating func keep(_ prompt: Question) -> [Effect] {
    var prompt = prompt
    prompt.isTouched = true
    overlay = .prompt(prompt)
    if prompt.purpose == .watch(.findService) { narrowServices(to: prompt.editor.text) }
    if prompt.purpose == .find {
      detail?.sought = prompt.editor.text
      detail?.foundLine = nil
      let height = AppLayout(self).paper.height
      let isFound = detail?.find(forward: true, height: height, staying: true) ?? false
      if !isFound, !prompt.editor.isEmpty {
        complain("“\(prompt.editor.text)” is not in this issue")
      }
    }
    guard let subject = prompt.subject else { return [] }
    return [
      prompt.editor.isEmpty ? .discardDraft(subject) : .saveDraft(subject, prompt.editor.text)
    ]
  }

  private mutating func leave(_ prompt: Question) -> [Effect] {
    overlay = nil
    if case .retitle(_, let old) = prompt.purpose {
      return prompt.isTouched && prompt.editor.text != old
        ? prompt.subject.map { [.discardDraft($0)] } ?? [] : []
    }
    if case .roster = prompt.purpose {
      return prompt.isTouched ? prompt.subject.map { [.discardDraft($0)] } ?? [] : []
    }
    if case .note = prompt.purpose, !prompt.isTouched { return [] }
    if prompt.purpose == .watch(.findService) { narrowServices(to: "") }
    if prompt.purpose == .find {
      detail?.sought = ""
      detail?.foundLine = nil
    }
    guard let subject = prompt.subject, prompt.editor.hasWords else { return [] }
    keptDrafts.insert(subject)
    say("kept as a draft; the same key brings it back")
    return []
  }

  private mutating func finish(_ prompt: Question) -> [Effect] {
    let text = prompt.editor.text
    if let schedule = prompt.purpose.schedule, prompt.mayBeEmpty || prompt.editor.hasWords {
      return finish(prompt, schedule)
    }
    if case .note(let part, _) = prompt.purpose, prompt.mayBeEmpty || prompt.editor.hasWords {
      return finish(prompt, part)
    }
    guard prompt.mayBeEmpty || prompt.editor.hasWords else {
      complain("nothing is typed yet; Esc goes back")
      return []
    }
    overlay = nil
    if case .retitle(_, let old) = prompt.purpose, text.trimmed == old {
      say("the title is as it was")
      return prompt.subject.map { [.discardDraft($0)] } ?? []
    }
    let effects = effects(of: prompt.purpose, text)
    if !effects.isEmpty { sending = prompt.subject }
    return effects
  }

  private mutating func effects(of purpose: Question.Purpose, _ text: String) -> [Effect] {
    switch purpose {
    case .retitle(let targets, _): return [targets.perform(.retitle(text.trimmed))]
    case .comment(let targets): return [targets.perform(.comment(text.trimmed))]
    case .newIssue(let project):
      return IssueDraft(written: text, in: project).map { [.create($0)] } ?? []
    case .saveView(let query):
      savedView = text.trimmed
      return [.saveView(name: text.trimmed, query: query)]
    case .watch(let question): return answer(text.trimmed, to: question)
    case .find, .times, .coverNote, .absence, .roster, .note: return []
    }
  }

  /// Takes what is typed so far into the editor.
  private mutating func writeOn(_ prompt: Question) -> [Effect] {
    guard let subject = prompt.subject else {
      complain("there is nothing more to write here")
      return []
    }
    switch prompt.purpose {
    case .comment(let targets):
      editing = EditorWish(subject: subject, targets: targets, fallback: "", isOpen: true)
    case .newIssue(let project):
      editing = EditorWish(subject: subject, fallback: project, isOpen: true)
    case .roster: return writeRosterOn(prompt)
    default:
      complain("this is said in one line; Enter takes it")
      return []
    }
    overlay = nil
    let text = prompt.editor.text
    editing?.opened = text
    return [.saveDraft(subject, text), .openEditor(EditorRequest(subject: subject, text: text))]
  }

  private func projectAfter(_ prefix: String) -> String {
    let prefixes = words.projects.map(\.prefix)
    guard let place = prefixes.firstIndex(of: prefix) else { return prefixes.first ?? prefix }
    return prefixes[(place + 1) % prefixes.count]
  }
}
