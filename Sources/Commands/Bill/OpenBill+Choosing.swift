internal import Domain

extension OpenBill {
  /// The one of several things a person means: by its id, by `latest`, or without a word when it
  /// is the only one.
  ///
  /// - Parameters:
  ///   - all: what an id may name, newest first.
  ///   - likely: what can be meant without an id, newest first.
  ///   - latest: what `latest` can mean, newest first; what is likely when nil.
  ///   - kind: what it is: `page`.
  ///   - purpose: what is to be done with it: `acknowledge`.
  ///   - list: the command that shows them.
  func choose<Thing>(
    _ typed: String?, among all: [Thing], likely: [Thing], latest: [Thing]? = nil, _ kind: String,
    to purpose: String = "take", list: String, id: (Thing) -> EntityID
  ) throws(Failure) -> Thing {
    if let typed, typed.lowercased() != "latest" {
      let found = try ShortIDs(all.map(id)).id(typed, kind, list: list)
      guard let thing = all.first(where: { id($0) == found }) else {
        throw Failure(.notFound, "there is no \(kind) '\(typed.shown)'; see 'watchbill \(list)'")
      }
      return thing
    }
    let candidates = typed == nil ? likely : latest ?? likely
    guard let first = candidates.first else {
      throw Failure(.notFound, "there is no \(kind) to \(purpose); see 'watchbill \(list)'")
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
