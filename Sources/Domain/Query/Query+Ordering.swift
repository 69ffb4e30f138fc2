extension Query {
  /// Whether the first issue stands before the second in the answer.
  ///
  /// As with `matches`, this is the reference that tests hold the store's SQL against.
  ///
  /// Issues that are equal in the order stand newest first, by id. What an issue lacks (a due
  /// date, a closing time) puts it behind all that have it, in either direction.
  public func areInOrder(_ a: Issue, _ b: Issue) -> Bool {
    guard case .by(let sort) = order else { return a.id > b.id }
    let difference = sort.difference(a, b)
    return difference == 0 ? a.id > b.id : difference < 0
  }
}

extension Query.Sort {
  /// Negative when the first issue stands before the second, zero when they are equal here.
  fileprivate func difference(_ a: Issue, _ b: Issue) -> Int {
    switch key {
    case .updated: directed(order(a.updatedAt, b.updatedAt))
    case .created: directed(order(a.createdAt, b.createdAt))
    case .closed: lastWithout(a.closedAt, b.closedAt)
    case .priority: directed(order(a.priority, b.priority))
    case .due: lastWithout(a.due, b.due)
    case .key:
      directed(
        asciiOrder(a.key.prefix, b.key.prefix) == 0
          ? order(a.key.number, b.key.number) : asciiOrder(a.key.prefix, b.key.prefix))
    case .title: directed(asciiOrder(a.title, b.title))
    case .comments: directed(order(a.commentCount, b.commentCount))
    }
  }

  private func lastWithout<Value: Comparable>(_ a: Value?, _ b: Value?) -> Int {
    switch (a, b) {
    case (nil, nil): 0
    case (nil, _): 1
    case (_, nil): -1
    case (let x?, let y?): directed(order(x, y))
    }
  }

  private func order<Value: Comparable>(_ a: Value, _ b: Value) -> Int {
    a == b ? 0 : a < b ? -1 : 1
  }

  private func directed(_ order: Int) -> Int { isDescending ? -order : order }
}
