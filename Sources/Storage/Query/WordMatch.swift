internal import Domain
internal import GRDB

/// Words to find, in the language of FTS5.
///
/// Only folded words are put in quotation marks, which hold letters and digits alone, so that
/// nothing people type is ever syntax.
struct WordMatch {
  /// The expression behind MATCH.
  let expression: String

  /// One text.
  init(_ text: Query.Text) {
    expression = WordMatch.expression(text)
  }

  /// All conditions of a list that are about words alone, taken out of the list; nil when none
  /// asks for words to be there.
  init?(taking conjuncts: inout [Query.Expression]) {
    var wanted: [String] = []
    var unwanted: [String] = []
    var rest: [Query.Expression] = []
    for conjunct in conjuncts {
      if let words = WordMatch.expression(conjunct, depth: 0) {
        wanted.append(words)
      } else if case .not(let inner) = conjunct,
        let words = WordMatch.expression(inner, depth: 0)
      {
        unwanted.append(words)
      } else {
        rest.append(conjunct)
      }
    }
    guard !wanted.isEmpty else { return nil }
    conjuncts = rest
    let all = "(\(wanted.joined(separator: " AND ")))"
    // One NOT with a list: a chain of them would nest, and FTS5 nests 256 deep at most.
    expression = unwanted.isEmpty ? all : "\(all) NOT (\(unwanted.joined(separator: " OR ")))"
  }

  /// The condition on a row of the index of words.
  var condition: SQLText { "issue_text MATCH \(expression)" }

  /// The ids of the issues that have the words.
  var ids: SQLText { "SELECT rowid AS id FROM issue_text WHERE \(condition)" }

  /// The condition on an issue: all that have the words are read once.
  var test: SQLText { "(issue.id IN (SELECT rowid FROM issue_text WHERE \(condition)))" }

  /// The condition on an issue: the index of words is asked about each one.
  var testRowByRow: SQLText {
    "(EXISTS (SELECT 1 FROM issue_text WHERE \(condition) AND rowid = issue.id))"
  }

  /// Nil when it is not about words alone, or deeper than FTS5's parser likes.
  private static func expression(_ expression: Query.Expression, depth: Int) -> String? {
    guard depth < 8 else { return nil }
    switch expression {
    case .term(.text(let text)): return text.key == nil ? self.expression(text) : nil
    case .term, .not: return nil
    case .all(let parts): return joined(parts, by: " AND ", depth: depth)
    case .any(let parts): return joined(parts, by: " OR ", depth: depth)
    }
  }

  private static func joined(
    _ parts: [Query.Expression], by word: String, depth: Int
  ) -> String? {
    let expressions = parts.compactMap { expression($0, depth: depth + 1) }
    guard expressions.count == parts.count else { return nil }
    return "(\(expressions.joined(separator: word)))"
  }

  private static func expression(_ text: Query.Text) -> String {
    let phrase = "\"\(text.foldedWords)\"" + (text.isPrefix ? " *" : "")
    guard !text.columns.isEmpty else { return phrase }
    return "{\(text.columns.map(\.rawValue).joined(separator: " "))} : \(phrase)"
  }
}
