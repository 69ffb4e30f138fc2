extension Query {
  /// Something a query names that is not in the workspace, so that it finds less than is meant.
  ///
  /// It is no error: somebody may yet come, or a label be made.
  public enum Doubt: Sendable, Hashable {
    /// Nobody has this handle; the nearest handles there are.
    case nobodyCalled(String, near: [String])
    /// No label, team and so on has this name; the nearest names there are.
    case noSuch(NamedField, String, near: [String])
    /// `@me` or `is:mine`, and nobody said who that is.
    case nobodyActs
  }

  /// Whether it names people, labels or the like at all.
  public var namesAnything: Bool { !(expression?.terms.allSatisfy { !$0.names } ?? true) }

  /// What it names that is not there, each once, from left to right.
  ///
  /// Whoever is only mentioned need not be here: texts name anybody.
  ///
  /// - Parameters:
  ///   - names: everything there is by name.
  ///   - me: the handle `@me` stands for.
  public func doubts(among names: QueryCompletion.Vocabulary, me: String?) -> [Doubt] {
    var seen: Set<Doubt> = []
    return (expression?.terms ?? []).flatMap { $0.doubts(among: names, me: me) }
      .filter { seen.insert($0).inserted }
  }
}

extension Query.Doubt: CustomStringConvertible {
  /// The doubt in words: `no label 'bgu' here; did you mean bug?`.
  public var description: String {
    switch self {
    case .nobodyCalled(let handle, let near):
      "nobody here is called '\(handle)'" + Query.Doubt.question(near)
    case .noSuch(let field, let name, let near):
      "no \(field.rawValue) '\(name)' here" + Query.Doubt.question(near)
    case .nobodyActs: "@me: nobody said who you are"
    }
  }

  private static func question(_ near: [String]) -> String {
    near.isEmpty ? "" : "; did you mean \(near.joined(separator: " or "))?"
  }
}

extension Query.Term {
  fileprivate var names: Bool {
    switch self {
    case .person, .name, .trait(.mine): true
    default: false
    }
  }

  fileprivate func doubts(among names: QueryCompletion.Vocabulary, me: String?) -> [Query.Doubt] {
    switch self {
    case .trait(.mine): return me == nil ? [.nobodyActs] : []
    case .person(let role, let people):
      return people.compactMap { person in
        switch person {
        case .me: return me == nil ? .nobodyActs : nil
        case .handle(let handle):
          guard role != .mentions, !names.people.hasName(handle) else { return nil }
          return .nobodyCalled(handle, near: names.people.near(handle))
        }
      }
    case .name(let field, let wanted):
      let known = names.names(of: field)
      return wanted.filter { !known.hasName($0) }
        .map { .noSuch(field, $0, near: known.near($0)) }
    default: return []
    }
  }
}

extension QueryCompletion.Vocabulary {
  fileprivate func names(of field: Query.NamedField) -> [String] {
    switch field {
    case .team: teams
    case .label: labels
    case .milestone: milestones
    case .service: services
    case .project: projects
    }
  }
}

extension [String] {
  /// Whether a name is among these, whatever the case of A to Z, as the store compares names.
  fileprivate func hasName(_ name: String) -> Bool {
    contains { $0.utf8.count == name.utf8.count && asciiOrder($0, name) == 0 }
  }

  /// The names that are typed alike, two at most; in a long list only those as long as this one.
  fileprivate func near(_ name: String) -> [String] {
    let length = name.utf8.count
    let likely = filter { abs($0.utf8.count - length) <= 2 || $0.utf8.starts(with: name.utf8) }
    let words = likely.prefix(500).map { $0.nocase }
    let found = nearestWords(to: name, among: words)
    return found.prefix(2).compactMap { word in likely.first { $0.nocase == word } }
  }
}
