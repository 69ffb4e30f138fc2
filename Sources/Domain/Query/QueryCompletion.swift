/// What can stand at the cursor of a query that is being typed.
public struct QueryCompletion: Sendable, Equatable {
  /// The characters to replace with a candidate's text, as offsets into the input.
  public var range: Range<Int>
  /// The best candidate first.
  public var candidates: [Candidate]

  /// The names of the workspace, each list with the likeliest first.
  public struct Vocabulary: Sendable, Equatable {
    /// Names of labels.
    public var labels: [String]
    /// Handles of people.
    public var people: [String]
    /// Handles of teams.
    public var teams: [String]
    /// Key prefixes.
    public var projects: [String]
    /// Handles of services.
    public var services: [String]
    /// Titles of milestones.
    public var milestones: [String]

    /// A vocabulary.
    public init(
      labels: [String] = [], people: [String] = [], teams: [String] = [], projects: [String] = [],
      services: [String] = [], milestones: [String] = []
    ) {
      self.labels = labels
      self.people = people
      self.teams = teams
      self.projects = projects
      self.services = services
      self.milestones = milestones
    }
  }

  /// One proposal.
  public struct Candidate: Sendable, Equatable {
    /// What replaces the range: `label:` or `"good first issue"`.
    public var text: String
    /// What it names.
    public var kind: Kind
    /// One line about it; empty for names.
    public var help: String
  }

  /// What a proposal is.
  public enum Kind: Sendable, Equatable {
    case qualifier, value, label, person, team, project, service, milestone, sort
  }

  /// The proposals at a cursor, which counts the characters before it.
  ///
  /// `label:go|` proposes `"good first issue"` for `go`; `-la|` proposes `label:`; `ope|`
  /// proposes `is:open`. What begins with the typed text comes before what contains it.
  public static func candidates(
    in input: String, cursor: Int, vocabulary: Vocabulary
  ) -> QueryCompletion {
    let characters = Array(input)
    let place = TypedPlace(characters, cursor: min(max(cursor, 0), characters.count))
    let proposals =
      switch place.qualifier {
      case .some(let qualifier): values(of: qualifier, vocabulary)
      case nil where place.isQuoted: [Candidate]()
      case nil: qualifiers(typed: place.typed)
      }
    let typed = place.typed.lowercased()
    let ranked = proposals.enumerated().compactMap { index, candidate in
      rank(candidate, typed: typed).map { (rank: $0, index: index, candidate: candidate) }
    }
    return QueryCompletion(
      range: place.range,
      candidates: ranked.sorted { ($0.rank, $0.index) < ($1.rank, $1.index) }.map(\.candidate))
  }

  private static func qualifiers(typed: String) -> [Candidate] {
    let names = Query.Qualifier.allCases.map {
      Candidate(text: $0.rawValue + ":", kind: .qualifier, help: $0.help)
    }
    guard !typed.isEmpty else { return names }
    return names
      + [Query.Qualifier.is, .status].flatMap { qualifier in
        qualifier.words.map {
          Candidate(text: "\(qualifier.rawValue):\($0.name)", kind: .value, help: $0.help)
        }
      }
  }

  private static func values(
    of qualifier: Query.Qualifier, _ vocabulary: Vocabulary
  ) -> [Candidate] {
    func names(_ names: [String], _ kind: Kind) -> [Candidate] {
      names.map { Candidate(text: Query.quotedValue($0), kind: kind, help: "") }
    }
    switch qualifier {
    case .label: return names(vocabulary.labels, .label)
    case .team: return names(vocabulary.teams, .team)
    case .project: return names(vocabulary.projects, .project)
    case .service: return names(vocabulary.services, .service)
    case .milestone: return names(vocabulary.milestones, .milestone)
    case .owner, .assignee, .author, .mentions, .involves, .commenter, .watcher:
      return [Candidate(text: "@me", kind: .person, help: "you")]
        + names(vocabulary.people, .person)
    case .sort:
      return qualifier.words.flatMap { word in
        ["", "-asc", "-desc"].map { direction in
          Candidate(
            text: word.name + direction, kind: .sort, help: direction.isEmpty ? word.help : "")
        }
      }
    default:
      return qualifier.words.map { Candidate(text: $0.name, kind: .value, help: $0.help) }
    }
  }

  /// 0 when it begins with the typed text, 1 when a later part of it does, 2 when it contains it.
  private static func rank(_ candidate: Candidate, typed: String) -> Int? {
    guard !typed.isEmpty else { return 0 }
    var name = candidate.text.lowercased()
    name.removeAll { $0 == "\"" }
    let bare = candidate.kind == .person && name.hasPrefix("@") ? String(name.dropFirst()) : name
    if name.hasPrefix(typed) || bare.hasPrefix(typed.drop { $0 == "@" }) { return 0 }
    let separators: Set<Character> = [":", " ", "-", "_", "/", "."]
    let parts = name.indices.dropFirst().filter {
      separators.contains(name[name.index(before: $0)])
    }
    if parts.contains(where: { name[$0...].hasPrefix(typed) }) { return 1 }
    guard candidate.kind != .qualifier, candidate.kind != .value || typed.count > 2 else {
      return nil
    }
    return name.indices.contains { name[$0...].hasPrefix(typed) } ? 2 : nil
  }
}

/// Where the cursor stands: in a free word or in a value of a qualifier.
private struct TypedPlace {
  /// The qualifier whose value is being typed; nil in a free word.
  var qualifier: Query.Qualifier?
  /// What is typed of the word or value before the cursor, without its quotation mark.
  var typed = ""
  var isQuoted = false
  /// What a candidate replaces.
  var range: Range<Int>

  init(_ characters: [Character], cursor: Int) {
    var start = 0
    var value: Int?
    range = cursor..<cursor
    for index in 0..<cursor {
      let character = characters[index]
      if isQuoted {
        if character == "\"", characters[index - 1] != "\\" { isQuoted = false }
        continue
      }
      switch character {
      case "\"":
        isQuoted = true
        if value == nil { start = index }
      case ":" where value == nil:
        qualifier = Query.Qualifier(name: String(characters[start..<index]))
        value = qualifier == nil ? nil : index + 1
      case "," where value != nil: value = index + 1
      case "-" where index == start: start = index + 1
      case "(", ")": fallthrough
      case _ where character.isWhitespace:
        start = index + 1
        value = nil
        qualifier = nil
      default: break
      }
    }
    let begin = value ?? start
    var end = cursor
    if isQuoted {
      let rest = characters[cursor...]
      end = rest.firstIndex(of: "\"").map { $0 + 1 } ?? cursor
    } else {
      while end < characters.count, !TypedPlace.endsValue(characters[end]) { end += 1 }
    }
    range = min(begin, cursor)..<end
    typed = String(characters[range.lowerBound..<cursor].drop { $0 == "\"" })
  }

  private static func endsValue(_ character: Character) -> Bool {
    character.isWhitespace || character == "," || character == ")" || character == "("
  }
}
