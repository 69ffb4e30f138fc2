/// Reads issues and pull requests as GitHub's several doors give them.
///
/// Numbers stay numbers, so that `#36` becomes `PREFIX-36`. A member we model
/// whole is taken out of the record; every other, and every one that says more
/// than we model (an author with more than a login), stays byte for byte and in
/// its order in `foreign.extra`, less the space between tokens.
struct GitHubReader {
  /// The doors.
  enum Door {
    /// `gh issue list --json` and `gh pr list --json`: GraphQL's names.
    case gh
    /// The REST API's lists.
    case rest
    /// A repository's archive in one object: GraphQL's names, people and labels as plain texts.
    case archive
  }

  private let door: Door
  private let now: Instant?
  /// `owner/name`, when the file says it.
  var repository = ""
  private var known: Set<String> = []
  private var newPeople: [IncomingPerson] = []

  init(_ door: Door, now: Instant?) {
    self.door = door
    self.now = now
  }

  /// An element's record; nil when it is no record by itself.
  mutating func read(
    _ element: JSONElement, _ cursor: inout JSONCursor, _ warnings: inout InterchangeWarnings
  ) throws(InterchangeError) -> IncomingRecord? {
    var issue: IncomingIssue
    switch (door, element.member) {
    case (.gh, _): issue = try graphQLItem(element, &cursor)
    case (.rest, _): issue = try restItem(element, &cursor)
    case (.archive, "issues"): issue = try graphQLItem(element, &cursor, kind: .issue)
    case (.archive, "pulls"): issue = try graphQLItem(element, &cursor, kind: .pull)
    case (.archive, _): return try archiveMember(element, &cursor)
    }
    issue.check(now: now, warnings: &warnings)
    return .issue(issue)
  }

  /// People whose names have been met since the last call.
  mutating func takeNewPeople() -> [IncomingPerson] {
    if newPeople.isEmpty { return [] }
    defer { newPeople = [] }
    return newPeople
  }

  /// Notes a person whose name is told, once.
  mutating func meet(_ person: GitHubPerson, line: Int) {
    guard !person.name.isEmpty, !person.login.isEmpty, known.insert(person.login).inserted else {
      return
    }
    var incoming = IncomingPerson()
    incoming.line = line
    incoming.handle = person.login
    incoming.name = person.name
    if !person.id.isEmpty {
      incoming.foreign = Foreign(system: GitHubItem.system, id: person.id, url: person.url)
    }
    newPeople.append(incoming)
  }
}
