internal import Domain

extension OpenBill {
  /// The one of several things a person means: by its id, by `latest`, or without a word when it
  /// is the only one.
  ///
  /// - Parameters:
  ///   - all: what an id may name, newest first.
  ///   - likely: what can be meant without an id, newest first.
  ///   - kind: what it is: `page`.
  ///   - list: the command that shows them.
  func choose<Thing>(
    _ typed: String?, among all: [Thing], likely: [Thing], _ kind: String, list: String,
    id: (Thing) -> EntityID
  ) throws(Failure) -> Thing {
    if let typed, typed.lowercased() != "latest" {
      let found = try ShortIDs(all.map(id)).id(typed, kind, list: list)
      guard let thing = all.first(where: { id($0) == found }) else {
        throw Failure(.notFound, "there is no \(kind) '\(typed.shown)'; see 'watchbill \(list)'")
      }
      return thing
    }
    guard let first = likely.first else {
      throw Failure(.notFound, "there is no \(kind) to take; see 'watchbill \(list)'")
    }
    guard typed != nil || likely.count == 1 else {
      let ids = ShortIDs(all.map(id))
      let some = likely.prefix(4).map { ids.short(id($0)) }.joined(separator: ", ")
      throw Failure(
        .usage,
        "there are \(likely.count) (\(some)); say which, or 'latest'; see 'watchbill \(list)'")
    }
    return first
  }
}
