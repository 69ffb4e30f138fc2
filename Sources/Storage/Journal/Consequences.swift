internal import Domain
internal import GRDB

/// What follows from a change in rows that are derived: counts, mentions, the words to search.
///
/// The search index keeps no text of its own, so that the old words must be
/// taken out while the rows still hold them: `before` runs first, then the
/// change, then `after`.
struct Consequences {
  private let ref: EntityRef
  /// The row of the issue whose text changes; nil when no text does.
  private var issue: Int64?
  /// When the issue of a comment changed last, before this change; nil for anything else.
  private(set) var issueTime: Int64?

  /// Takes the old words out; `old` is nil for an entity that is about to be created.
  init(from old: EntityRecord?, to new: EntityRecord, _ db: Database) throws {
    ref = new.ref
    switch ref.kind {
    case .issue:
      guard let old, Consequences.changesText(old, new) else { return }
      issue = try RecordTable.existingRow(of: ref, db)
    case .comment:
      if old == nil {
        guard let id = new[.issue].reference else { return }
        let ref = EntityRef(.issue, id)
        issue = try RecordTable.existingRow(of: ref, db)
        let parent = try RecordTable.load(ref, [.trashedAt], db)
        guard parent?.isTrashed == false else { throw Refusal.trashed(ref) }
      } else {
        issue = try Int64.fetchOne(
          db.cachedStatement(sql: "SELECT issue_id FROM comment WHERE uid = ?"),
          arguments: [ref.id.blob])
      }
    default: return
    }
    guard let issue else { return }
    if ref.kind == .comment {
      issueTime = try Int64.fetchOne(
        db.cachedStatement(sql: "SELECT updated_at FROM issue WHERE id = ?"), arguments: [issue])
    }
    try TextIndex.forget(issue, db)
  }

  /// Puts the new words in; `created` is the row of an entity that was just created.
  ///
  /// - Parameter issueTime: when the issue of a comment changed last from now on.
  func finish(created: Int64?, issueTime: Int64, _ db: Database) throws {
    let row = ref.kind == .issue ? issue ?? created : issue
    guard let row else { return }
    if ref.kind == .comment { try Consequences.count(row, at: issueTime, db) }
    try TextIndex.insert(row, db)
    try MentionIndex.refresh(row, db)
  }

  private static func changesText(_ old: EntityRecord, _ new: EntityRecord) -> Bool {
    old[.title] != new[.title] || old[.body] != new[.body]
  }

  private static func count(_ issue: Int64, at: Int64, _ db: Database) throws {
    try db.cachedStatement(
      sql: """
        UPDATE issue SET updated_at = ?2, comment_count =
          (SELECT count(*) FROM comment
           WHERE issue_id = ?1 AND trashed_at IS NULL AND redacted_at IS NULL)
        WHERE id = ?1
        """
    ).execute(arguments: [issue, at])
  }
}
