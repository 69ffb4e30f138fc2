/// People who may not be on call, and since when.
///
/// They keep their slots: a shift of theirs is empty, which is reported, and is
/// never silently given to the next in turn.
public struct Barred: Sendable, Equatable {
  private var since: [EntityID: Instant]

  /// Nobody unless said otherwise.
  public init(since: [EntityID: Instant] = [:]) {
    self.since = since
  }

  /// People who never may.
  public init(always people: some Sequence<EntityID>) {
    since = [:]
    for person in people { since[person] = .distantPast }
  }

  /// Whether a person may be on call at an instant.
  public func mayServe(_ person: EntityID, at instant: Instant) -> Bool {
    guard let start = since[person] else { return true }
    return instant < start
  }

  var instants: some Collection<Instant> { since.values }

  var isEmpty: Bool { since.isEmpty }
}
