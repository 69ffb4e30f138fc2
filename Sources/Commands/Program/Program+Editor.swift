internal import Console
internal import Domain
internal import Screens

extension Program {
  /// Lends the terminal to the person's editor and tells what came back.
  ///
  /// The text is a draft row before the editor opens and again when it closes,
  /// so that it survives whatever happens to either.
  func openEditor(_ request: EditorRequest) {
    perform(.saveDraft(request.subject, request.text))
    do {
      let text = try terminal.handOver { try Editor(.live).edit(request.text) }
      let isUnchanged = text == request.text || text.isEmpty
      if !isUnchanged { perform(.saveDraft(request.subject, text)) }
      tell(.resized(terminal.size))
      tell(.editorReturned(request.subject, isUnchanged ? nil : text))
    } catch {
      tell(.resized(terminal.size))
      tell(.editorReturned(request.subject, nil))
      tell(.failed((error as? Failure)?.message ?? "the editor failed"))
    }
  }
}
