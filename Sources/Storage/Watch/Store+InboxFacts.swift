public import Domain
internal import GRDB

extension Store {
  /// What concerns a person among issues: assigned, mentioned, reviewed, and what waits for them;
  /// of each at most the newest hundred.
  ///
  /// An event is named after the operation or the comment it came with, so that what was done
  /// with stays done when nothing new happened.
  public func inboxFacts(for person: EntityID) throws(StoreError) -> [InboxFact] {
    let horizon = environment.now().advanced(by: -13 * Instant.week)
    return try read { db in
      let reader = InboxReader(db: db, person: person, horizon: horizon)
      return try reader.assigned() + reader.mentioned() + reader.reviewed() + reader.waiting()
    }
  }
}

/// Reads facts for one person's inbox.
struct InboxReader {
  let db: Database
  let person: EntityID
  /// What last happened before this is not told.
  let horizon: Instant

  /// Open issues somebody made mine: as their owner, or as one who helps; at once when they were
  /// opened, or since.
  func assigned() throws -> [InboxFact] {
    let rows = try rows(
      """
      SELECT issue.uid, project.prefix, issue.number, issue.title, operation.author, step.at,
        operation.dseq, operation.kind, operation.value
      FROM operation JOIN step ON step.tx = operation.tx
      JOIN issue ON issue.uid = operation.entity JOIN project ON project.id = issue.project_id
      WHERE operation.dseq IN (
          SELECT max(dseq) FROM operation
          WHERE entity IN (
              SELECT uid FROM issue WHERE owner_id = (SELECT id FROM person WHERE uid = ?1)
                AND is_live = 1 AND is_open = 1 AND updated_at >= ?3
              UNION
              SELECT issue.uid FROM issue_assignee JOIN issue ON issue.id = issue_id
              WHERE person_id = (SELECT id FROM person WHERE uid = ?1)
                AND is_live = 1 AND is_open = 1 AND updated_at >= ?3)
            AND origin = 0 AND author IS NOT ?1
            AND (kind = 'set.add' AND field = 'assignees' AND value = ?2
              OR kind = 'set' AND field = 'owner' AND value = ?2
              OR kind = 'create' AND instr(value, ?4))
            AND \(Journal.stands)
          GROUP BY entity)
      ORDER BY operation.dseq DESC LIMIT 100
      """, [person.blob, "r\(person)", horizon.milliseconds, person.description])
    return rows.compactMap { row in
      guard row[7] as String != "create" || isGiven(to: person, by: row[8]) else { return nil }
      return fact(.assigned, row, event: "\(row[6] as Int64)", author: row[4], at: row[5]) {
        "\($0) is yours"
      }
    }
  }

  /// Whether an issue was opened as a person's.
  private func isGiven(to person: EntityID, by value: DatabaseValue) -> Bool {
    guard case .fields(let fields)? = JournalCoding.decode(value) else { return false }
    return fields[.owner]?.reference == person
      || fields[.assignees]?.references.contains(person) == true
  }

  /// Verdicts of others on what I wrote.
  ///
  /// The unary plus keeps SQLite from walking over all open issues instead of mine.
  func reviewed() throws -> [InboxFact] {
    let rows = try rows(
      """
      SELECT issue.uid, project.prefix, issue.number, issue.title,
        (SELECT uid FROM person WHERE person.id = comment.author_id), comment.created_at,
        comment.uid
      FROM issue JOIN project ON project.id = issue.project_id
      JOIN comment ON comment.issue_id = issue.id
      WHERE issue.author_id = (SELECT id FROM person WHERE uid = ?1) AND +is_live = 1
        AND +issue.is_open = 1 AND issue.kind = \(IssueKind.pull.rawValue)
        AND comment.kind IN (
          \(CommentKind.reviewed.rawValue), \(CommentKind.approved.rawValue),
          \(CommentKind.changesRequested.rawValue))
        AND comment.trashed_at IS NULL AND comment.author_id IS NOT issue.author_id
        AND comment.created_at >= ?2
      ORDER BY comment.created_at DESC LIMIT 100
      """, [person.blob, horizon.milliseconds])
    return rows.compactMap { row in
      said(.reviewed, row) { "\($0) was reviewed" }
    }
  }

  /// Issues of others that wait for one of mine.
  func waiting() throws -> [InboxFact] {
    let rows = try rows(
      """
      SELECT mine.uid, project.prefix, mine.number, mine.title,
        (SELECT uid FROM person WHERE person.id = other.owner_id), mine.created_at,
        op.prefix || '-' || other.number
      FROM issue AS mine JOIN project ON project.id = mine.project_id
      JOIN issue_link ON issue_link.issue_id = mine.id AND issue_link.kind = 0
      JOIN issue AS other ON other.id = issue_link.other_id
      JOIN project AS op ON op.id = other.project_id
      WHERE mine.owner_id = (SELECT id FROM person WHERE uid = ?1)
        AND mine.is_live = 1 AND mine.is_open = 1 AND other.is_live = 1 AND other.is_open = 1
        AND other.owner_id IS NOT mine.owner_id
      ORDER BY mine.priority, mine.id DESC LIMIT 100
      """, [person.blob])
    return rows.compactMap { row in
      let key: String = row[6]
      return fact(.blockedOnYou, row, event: key, author: row[4], at: row[5]) {
        "\(key) waits for \($0)"
      }
    }
  }

  func rows(_ sql: String, _ arguments: StatementArguments) throws -> [Row] {
    try Row.fetchAll(db.cachedStatement(sql: sql), arguments: arguments)
  }

  /// A fact that came with a comment: its author, time and id stand in the columns 4 to 6.
  func said(
    _ kind: InboxFact.Kind, _ row: Row, _ words: (IssueKey) -> String
  ) -> InboxFact? {
    guard let comment = EntityID.fromDatabaseValue(row[6]) else { return nil }
    return fact(kind, row, event: "\(comment)", author: row[4], at: row[5], words)
  }

  /// A fact about the issue in the first four columns.
  func fact(
    _ kind: InboxFact.Kind, _ row: Row, event: String, author: DatabaseValue, at: Int64,
    _ words: (IssueKey) -> String
  ) -> InboxFact? {
    guard let id = EntityID.fromDatabaseValue(row[0]) else { return nil }
    let key = IssueKey(prefix: row[1], number: row[2])
    let title: String = row[3]
    return InboxFact(
      kind, .issue(id), event: "\(id):\(event)", at: Instant(milliseconds: at),
      by: EntityID.fromDatabaseValue(author),
      words: "\(words(key)): \(title)")
  }
}
