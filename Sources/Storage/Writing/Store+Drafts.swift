public import Domain
internal import GRDB

/// Unsent text: kept in the file before anything else happens to it.
extension Store {
  /// Keeps what somebody has typed for a subject; replaces what was kept before.
  ///
  /// - Parameter subject: a name that the caller chooses, the same for the same purpose.
  public func saveDraft(
    _ body: String, for subject: String, as author: EntityID?
  ) throws(StoreError) {
    try writeQuietly { db in
      try db.cachedStatement(
        sql: """
          INSERT INTO draft(author, subject, body, updated_at) VALUES(?1, ?2, ?3, ?4)
          ON CONFLICT(author, subject) DO UPDATE SET body = ?3, updated_at = ?4
          """
      ).execute(arguments: [
        Store.drafter(author), subject, body, environment.now().milliseconds,
      ])
    }
  }

  /// What is kept for a subject; nil when nothing is.
  public func draft(for subject: String, as author: EntityID?) throws(StoreError) -> String? {
    try read { db in
      try String.fetchOne(
        db.cachedStatement(sql: "SELECT body FROM draft WHERE author = ? AND subject = ?"),
        arguments: [Store.drafter(author), subject])
    }
  }

  /// Forgets what is kept for a subject, when it was sent or given up.
  public func discardDraft(for subject: String, as author: EntityID?) throws(StoreError) {
    try writeQuietly { db in
      try db.cachedStatement(sql: "DELETE FROM draft WHERE author = ? AND subject = ?")
        .execute(arguments: [Store.drafter(author), subject])
    }
  }

  /// A unique constraint takes two NULLs for different people: nobody is the empty text.
  private static func drafter(_ author: EntityID?) -> String { author?.description ?? "" }
}
