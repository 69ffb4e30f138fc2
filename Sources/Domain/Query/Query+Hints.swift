extension Query.Qualifier {
  /// What to propose for a name that is no qualifier.
  static func hint(for name: String) -> String {
    let near = nearest(to: name)
    guard !near.isEmpty else {
      return "put it in quotation marks to find it as text, or use one of "
        + allCases.prefix(12).map { $0.rawValue + ":" }.joined(separator: " ")
    }
    return "did you mean " + near.map { $0 + ":" }.joined(separator: " or ") + "?"
  }

  /// The qualifiers whose names are typed alike, nearest first, three at most.
  static func nearest(to name: String) -> [String] {
    nearestWords(to: name, among: allCases.map(\.rawValue) + synonyms.keys.sorted())
  }

  /// How the qualifier is used.
  static func example(of qualifier: Query.Qualifier) -> String {
    let value =
      switch qualifier {
      case .is: "open"
      case .owner, .assignee, .author, .mentions, .involves, .commenter, .watcher: "@me"
      case .team, .label, .milestone, .service: "NAME"
      case .status: "doing"
      case .priority: "high"
      case .project: "API"
      case .kind: "pull"
      case .key: "API-42"
      case .no, .has: "owner"
      case .due, .updated, .created, .closed: "<1w"
      case .comments: ">5"
      case .in: "title"
      case .sort: "due"
      }
    return "for example \(qualifier.rawValue):\(value)"
  }
}

/// The words nearest to a mistyped one, or that it begins; three at most.
///
/// Words are compared in small letters, so those given must be in small letters.
public func nearestWords(to typed: String, among words: [String]) -> [String] {
  let typed = Array(typed.lowercased().utf8.prefix(32))
  let near = words.enumerated().compactMap { index, word -> (distance: Int, index: Int)? in
    if typed.count > 1, word.utf8.starts(with: typed) { return (0, index) }
    let distance = editDistance(typed, Array(word.utf8))
    let isNear = distance <= 2 && distance * 2 <= max(typed.count, word.utf8.count)
    return isNear ? (distance, index) : nil
  }
  let best = near.map(\.distance).min()
  return near.filter { $0.distance == best }.prefix(3).map { words[$0.index] }
}

/// How many letters must be added, taken away, replaced or swapped with their neighbour.
///
/// The table of optimal string alignment: a cell holds the distance of two beginnings, and looks
/// at its left, upper and diagonal neighbour, and two back for a swap.
private func editDistance(_ a: [UInt8], _ b: [UInt8]) -> Int {
  var rows = [Array(0...b.count)]
  for i in a.indices {
    var row = [i + 1]
    for j in b.indices {
      var least = min(rows[i][j] + (a[i] == b[j] ? 0 : 1), rows[i][j + 1] + 1, row[j] + 1)
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
        least = min(least, rows[i - 1][j - 1] + 1)
      }
      row.append(least)
    }
    rows.append(row)
  }
  return rows[a.count][b.count]
}
