internal import Domain
internal import GRDB

extension InboxReader {
  /// Issues whose texts name me, by the newest comment of somebody else that does, else by the
  /// title or body; those that changed last come first.
  ///
  /// So many issues are looked at as make a hundred facts, but never more than a thousand.
  func mentioned() throws -> [InboxFact] {
    let handle = try String.fetchOne(
      db.cachedStatement(sql: "SELECT handle FROM person WHERE uid = ?"), arguments: [person.blob])
    guard let handle = handle?.lowercased() else { return [] }
    let found = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT issue.uid, project.prefix, issue.number, issue.title,
            (SELECT uid FROM person WHERE person.id = issue.author_id), issue.created_at,
            issue.id
          FROM issue_mention JOIN issue ON issue.id = issue_mention.issue_id
          JOIN project ON project.id = issue.project_id
          WHERE issue_mention.handle = ?1 AND is_live = 1 AND is_open = 1 AND updated_at >= ?2
          ORDER BY updated_at DESC LIMIT 1000
          """),
      arguments: [handle, horizon.milliseconds])
    var facts: [InboxFact] = []
    while facts.count < 100, let row = try found.next() {
      if let fact = try remark(on: row, naming: handle) ?? text(of: row, naming: handle) {
        facts.append(fact)
      }
    }
    return facts
  }

  /// The newest comment of somebody else that names me.
  private func remark(on issue: Row, naming handle: String) throws -> InboxFact? {
    let comments = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT (SELECT uid FROM person WHERE person.id = author_id), created_at, uid, body
          FROM comment
          WHERE issue_id = ?1 AND trashed_at IS NULL AND redacted_at IS NULL AND created_at >= ?2
            AND instr(lower(body), '@' || ?3) > 0
            AND author_id IS NOT (SELECT id FROM person WHERE uid = ?4)
          ORDER BY created_at DESC, id DESC
          """),
      arguments: [issue[6] as Int64, horizon.milliseconds, handle, person.blob])
    while let comment = try comments.next() {
      guard let id = EntityID.fromDatabaseValue(comment[2]), names(comment[3], handle) else {
        continue
      }
      return mention(in: issue, event: "\(id)", author: comment[0], at: comment[1])
    }
    return nil
  }

  /// The title and body, if they name me and somebody else wrote that: who opened the issue, or
  /// who edited my name in.
  private func text(of issue: Row, naming handle: String) throws -> InboxFact? {
    let text = try String.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT title || char(10) || body FROM issue
          WHERE id = ?1 AND instr(lower(title || char(10) || body), '@' || ?2) > 0
          """),
      arguments: [issue[6] as Int64, handle])
    guard let text, names(text, handle) else { return nil }
    let edits = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT operation.author, step.at, dseq, value, base
          FROM operation JOIN step ON step.tx = operation.tx
          WHERE entity = ? AND kind = 'set' AND field IN ('title', 'body')
            AND state IN (0, 3) AND undoes IS NULL
          ORDER BY dseq DESC
          """),
      arguments: [issue[0] as DatabaseValue])
    while let edit = try edits.next() {
      guard names(stored: edit[3], handle), !names(stored: edit[4], handle) else { continue }
      return mention(in: issue, event: "\(edit[2] as Int64)", author: edit[0], at: edit[1])
    }
    return mention(in: issue, event: "text", author: issue[4], at: issue[5])
  }

  /// A fact, unless it is my own or happened too long ago.
  private func mention(
    in issue: Row, event: String, author: DatabaseValue, at: Int64
  ) -> InboxFact? {
    guard EntityID.fromDatabaseValue(author) != person, at >= horizon.milliseconds else {
      return nil
    }
    return fact(.mentioned, issue, event: event, author: author, at: at) { "\($0) names you" }
  }

  private func names(_ text: String, _ handle: String) -> Bool {
    Mentions.handles(in: text).contains(handle)
  }

  private func names(stored value: DatabaseValue, _ handle: String) -> Bool {
    guard case .one(.text(let text))? = JournalCoding.decode(value) else { return false }
    return names(text, handle)
  }
}
