internal import Canvas
internal import Domain
internal import Storage

extension Workspace {
  /// Makes changes of people, teams and the like as one step, and prints what was done.
  func perform(
    _ title: String, _ changes: [Change], _ form: OutputForm, _ shell: Shell
  ) throws {
    let report = try store.perform(title, changes, as: me)
    guard form == .text else { return try form.print(report, shell) }
    guard report.operationCount > 0 else {
      return try shell.say("nothing changed: it was so already")
    }
    try shell.output.line(CleanText(title).characters)
  }

  /// A new entity's reference.
  func newEntity(_ kind: EntityKind) -> EntityRef {
    EntityRef(kind, store.environment.newID())
  }

  /// A saved view by its name.
  func view(_ name: String) throws -> SavedView {
    guard let view = try store.views().first(where: { $0.name.isSame(as: name) }) else {
      throw Failure(.notFound, "there is no view '\(name)'; see 'watchbill view list'")
    }
    return view
  }

  /// A team's id as somebody typed its handle; null for `none`.
  func teamValue(_ handle: String) throws -> Value {
    guard let handle = handle.orNone else { return .null }
    return .reference(try store.teamID(handle))
  }
}

/// A handle as typed, without its `@`; it must be one word.
func handle(_ typed: String) throws(Failure) -> String {
  let handle = typed.hasPrefix("@") ? String(typed.dropFirst()) : typed
  guard isHandle(handle) else {
    throw Failure(
      .usage, "'\(typed)' is no handle; write one word without commas or colons, like ana")
  }
  return handle
}
