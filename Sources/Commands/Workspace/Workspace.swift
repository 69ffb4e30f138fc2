internal import Domain
internal import Storage

/// An open workspace and who acts in it.
struct Workspace {
  let store: Store
  /// The handle of whoever acts; nil when nobody said.
  let handle: String?
  /// That person; nil when nobody said.
  let me: EntityID?
  /// What queries need to know of the world.
  let context: QueryContext

  /// A workspace; a person who was named must exist.
  init(_ store: Store, _ options: WorkspaceOptions, _ shell: Shell) throws {
    let named = options.person ?? shell.variable("WATCHBILL_PERSON")
    let typed = try named ?? store.setting(.person) ?? shell.settings().person(in: store)
    let handle = typed.map { $0.hasPrefix("@") ? String($0.dropFirst()) : $0 }
    self.store = store
    self.handle = handle
    context = store.context(me: handle, offset: shell.offset)
    guard let handle else {
      me = nil
      return
    }
    // Before the first person is here, a name from the environment can be nobody's yet.
    guard try !store.people().isEmpty else {
      me = nil
      return
    }
    let source =
      options.person != nil ? "--as" : named != nil ? "WATCHBILL_PERSON" : "the workspace's setting"
    me = try Workspace.person(handle, named: source, in: store)
  }

  private static func person(
    _ handle: String, named source: String, in store: Store
  ) throws(Failure) -> EntityID {
    do throws(StoreError) {
      return try store.personID(handle)
    } catch {
      guard error.code == .notFound else { throw Failure(error) }
      throw Failure(
        .usage,
        "there is no person '\(handle)', whom \(source) names; see 'watchbill person list' or add "
          + "them with 'watchbill person add \(handle)'")
    }
  }

  /// Whoever acts, for what needs a name under it.
  func acting() throws(Failure) -> EntityID {
    guard let me else {
      throw Failure(
        .usage,
        "nobody said who you are; use --as HANDLE, WATCHBILL_PERSON=HANDLE, or for good "
          + "'watchbill person use HANDLE'")
    }
    return me
  }

  /// Reads a query as somebody typed it.
  func query(_ text: String) throws(Failure) -> Query {
    do {
      return try Query.parse(text)
    } catch {
      throw Failure(error, in: text)
    }
  }

  /// Lets all reads within see one state of the file.
  func reading<T>(_ body: () throws -> T) throws -> T {
    // As in `forEachIssue`: what is no error of the store's stays what it is.
    var stopped: (any Error)?
    do {
      return try store.reading {
        do {
          return try body()
        } catch {
          stopped = error
          throw error
        }
      }
    } catch {
      throw stopped ?? error
    }
  }

  /// Walks over every issue a query matches, in its order.
  func forEachIssue(
    matching query: Query, limit: Int?, withComments: Bool,
    _ body: (Issue, [Comment]) throws(Failure) -> Void
  ) throws {
    // The store words every error as its own; one of ours (a full disk) is to stay what it is.
    var stopped: Failure?
    do {
      try store.forEachIssue(
        matching: query, in: context, limit: limit, withComments: withComments
      ) { issue, comments in
        do throws(Failure) {
          try body(issue, comments)
        } catch {
          stopped = error
          throw error
        }
      }
    } catch {
      throw stopped ?? Failure(error)
    }
  }
}
