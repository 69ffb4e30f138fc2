internal import Console
internal import Domain
internal import Screens

extension Program {
  /// Lends the terminal to the person's editor and tells what came back.
  ///
  /// What it begins with is a draft row already, or stands in the store; what it
  /// leaves becomes one before anything else, so that it survives whatever happens.
  func openEditor(_ request: EditorRequest) {
    do {
      let text = try terminal.handOver { try Editor(.live).edit(request.text) }
      // The editor's own last line break, and blanks before it, are no change.
      let isUnchanged = text.withoutEnd == request.text.withoutEnd
      if !isUnchanged, !text.isEmpty { perform(.saveDraft(request.subject, text)) }
      tell(.resized(terminal.size))
      tell(.editorReturned(request.subject, isUnchanged ? nil : text))
    } catch {
      tell(.resized(terminal.size))
      tell(.editorReturned(request.subject, nil))
      tell(.failed((error as? Failure)?.message ?? "the editor failed"))
    }
  }
}

extension String {
  /// Without the blanks and line breaks at its end.
  fileprivate var withoutEnd: Substring {
    var rest = self[...]
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return rest
  }
}
