internal import Domain
internal import GRDB

/// Beginnings of words spelled out as the words that begin so.
///
/// For a beginning, FTS5 gathers the issues of every word that begins so before it gives the
/// first one; for whole words it gives the newest at once. Beginnings of up to three letters have
/// an index of their own and stay as they are.
extension Query {
  /// The longest beginning that the search index knows by itself, in characters: `prefix` in
  /// the schema.
  private static let longestIndexedPrefix = 3
  /// So many words at the most stand in for a beginning; each costs a look into the index.
  private static let mostSpellings = 32

  /// The query that finds the same issues without long beginnings, where the words are few.
  func spelledOut(_ db: Database) throws -> Query {
    guard let expression else { return self }
    var query = self
    query.expression = try spell(expression, db)
    // The order follows from there being words to find, which stays true.
    return query
  }

  private func spell(_ expression: Expression, _ db: Database) throws -> Expression {
    switch expression {
    case .all(let parts): .all(try parts.map { try spell($0, db) })
    case .any(let parts):
      .any(
        try parts.flatMap { part in
          let spelled = try spell(part, db)
          if case .any(let inner) = spelled { return inner }
          return [spelled]
        })
    case .not(let inner): .not(try spell(inner, db))
    case .term(.text(let text)): try spell(text, db)
    case .term: expression
    }
  }

  private func spell(_ text: Text, _ db: Database) throws -> Expression {
    let words = text.foldedWords
    let head = words.lastIndex(of: " ").map { words[...$0] } ?? ""
    let beginning = words.dropFirst(head.count)
    guard text.isPrefix, text.key == nil,
      beginning.unicodeScalars.count > Query.longestIndexedPrefix,
      let spellings = try IndexedWords.all(
        beginningWith: String(beginning), atMost: Query.mostSpellings, db),
      let first = spellings.first
    else { return .term(.text(text)) }
    func whole(_ word: String) -> Expression {
      .term(.text(Text(head + word, columns: text.columns)))
    }
    return spellings.count == 1 ? whole(first) : .any(spellings.map(whole))
  }
}

/// The words that stand in the search index.
private enum IndexedWords {
  /// The words that begin so, in the order of their bytes; nil when there are more than `limit`.
  static func all(
    beginningWith prefix: String, atMost limit: Int, _ db: Database
  ) throws -> [String]? {
    // One look for each word: in one selection, a word would come once for each of its places.
    let next = try db.cachedStatement(sql: "SELECT term FROM issue_word WHERE term >= ? LIMIT 1")
    var words: [String] = []
    var from = prefix
    while let word = try String.fetchOne(next, arguments: [from]),
      word.utf8.starts(with: prefix.utf8)
    {
      guard words.count < limit else { return nil }
      words.append(word)
      // No word holds this character, and none stands between the word and the two together.
      from = word + "\u{1}"
    }
    return words
  }
}
