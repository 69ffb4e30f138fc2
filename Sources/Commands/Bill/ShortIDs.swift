internal import Domain

/// The ids of a list in the few digits people need to tell them apart.
///
/// An id begins with the time it was minted, which is alike for things made together, so its last
/// digits are shown. Any beginning or end that only one has is understood.
struct ShortIDs {
  private let texts: [(text: String, id: EntityID)]
  private let lengths: [EntityID: Int]

  /// The fewest digits shown.
  private static let least = 4

  init(_ ids: some Sequence<EntityID>) {
    let unique = Set(ids)
    texts = unique.map { ($0.digits, $0) }.sorted { $0.text < $1.text }
    let ends = unique.map { (String($0.digits.reversed()), $0) }.sorted { $0.0 < $1.0 }
    var lengths: [EntityID: Int] = [:]
    for (index, (text, id)) in ends.enumerated() {
      let before = index > 0 ? ends[index - 1].0.commonPrefix(text) : 0
      let after = index + 1 < ends.count ? ends[index + 1].0.commonPrefix(text) : 0
      lengths[id] = max(ShortIDs.least, before + 1, after + 1)
    }
    self.lengths = lengths
  }

  /// The last digits of an id, as many as no other has.
  func short(_ id: EntityID) -> String { String(id.digits.suffix(lengths[id] ?? 32)) }

  /// The one id that begins or ends so; throws one line otherwise.
  ///
  /// - Parameter list: the command that shows them.
  func id(_ typed: String, _ kind: String, list: String) throws(Failure) -> EntityID {
    let digits = typed.lowercased().filter { $0 != "-" }
    let found = texts.filter {
      !digits.isEmpty && ($0.text.hasPrefix(digits) || $0.text.hasSuffix(digits))
    }
    guard let only = found.first else {
      throw Failure(.notFound, "there is no \(kind) '\(typed.shown)'; see 'watchbill \(list)'")
    }
    guard found.count == 1 else {
      let some = found.prefix(4).map { short($0.id) }.joined(separator: ", ")
      throw Failure(
        .usage, "'\(typed.shown)' is the id of \(found.count) of them (\(some)); write more")
    }
    return only.id
  }
}

extension EntityID {
  /// The id as 32 hexadecimal digits.
  fileprivate var digits: String { description.filter { $0 != "-" } }
}

extension String {
  fileprivate func commonPrefix(_ other: String) -> Int {
    zip(utf8, other.utf8).prefix { $0 == $1 }.count
  }
}
