internal import Domain
internal import GRDB

extension Step {
  /// Whether an operation made something that others have by now, such as a label, a person or a
  /// schedule: an undo leaves it.
  func isStillNeeded(_ operation: Operation) throws -> Bool {
    guard operation.kind == .create || operation.kind == .restore else { return false }
    let sql: String
    switch operation.entity.kind {
    case .label:
      sql =
        "SELECT 1 FROM issue_label JOIN issue ON issue.id = issue_id "
        + "WHERE label_id = ? AND is_live = 1 LIMIT 1"
    case .milestone: sql = "SELECT 1 FROM issue WHERE milestone_id = ? AND is_live = 1 LIMIT 1"
    case .project: sql = "SELECT 1 FROM issue WHERE project_id = ? AND is_live = 1 LIMIT 1"
    case .service:
      sql = """
        SELECT 1 FROM issue WHERE service_id = ?1 AND is_live = 1
        UNION ALL SELECT 1 FROM watch_page WHERE service_id = ?1 AND trashed_at IS NULL
        LIMIT 1
        """
    case .team:
      if try isNamed(operation.entity.id, in: [.policy, .page, .handoff]) { return true }
      sql = """
        SELECT 1 FROM watch_prompt WHERE team_id = ?1 AND trashed_at IS NULL
        UNION ALL SELECT 1 FROM service WHERE team_id = ?1 AND trashed_at IS NULL
        UNION ALL SELECT 1 FROM project WHERE team_id = ?1 AND trashed_at IS NULL
        UNION ALL SELECT 1 FROM watch_schedule WHERE team_id = ?1 AND trashed_at IS NULL
        LIMIT 1
        """
    case .policy: sql = "SELECT 1 FROM service WHERE policy_id = ? AND trashed_at IS NULL LIMIT 1"
    case .prompt:
      sql = "SELECT 1 FROM watch_update WHERE prompt_id = ? AND trashed_at IS NULL LIMIT 1"
    case .schedule:
      sql = """
        SELECT 1 FROM watch_override WHERE schedule_id = ?1 AND trashed_at IS NULL
        UNION ALL SELECT 1 FROM watch_cover WHERE schedule_id = ?1 AND trashed_at IS NULL
        UNION ALL SELECT 1 FROM watch_offer WHERE schedule_id = ?1 AND trashed_at IS NULL
        LIMIT 1
        """
    case .person:
      let kinds: [EntityKind] = [
        .schedule, .override, .cover, .offer, .policy, .handoff, .page,
      ]
      if try isNamed(operation.entity.id, in: kinds) { return true }
      sql = """
        SELECT 1 FROM issue WHERE author_id = ?1 AND is_live = 1
        UNION ALL SELECT 1 FROM issue WHERE owner_id = ?1 AND is_live = 1
        UNION ALL SELECT 1 FROM issue WHERE closed_by_id = ?1 AND is_live = 1
        UNION ALL SELECT 1 FROM issue_assignee JOIN issue ON issue.id = issue_id
          WHERE person_id = ?1 AND is_live = 1
        UNION ALL SELECT 1 FROM issue_watcher JOIN issue ON issue.id = issue_id
          WHERE person_id = ?1 AND is_live = 1
        UNION ALL SELECT 1 FROM comment JOIN issue ON issue.id = issue_id
          WHERE comment.author_id = ?1 AND comment.trashed_at IS NULL AND is_live = 1
        UNION ALL SELECT 1 FROM team_member JOIN team ON team.id = team_id
          WHERE person_id = ?1 AND team.trashed_at IS NULL
        UNION ALL SELECT 1 FROM service WHERE owner_id = ?1 AND trashed_at IS NULL
        UNION ALL SELECT 1 FROM watch_absence WHERE person_id = ?1 AND trashed_at IS NULL
        UNION ALL SELECT 1 FROM watch_update WHERE person_id = ?1 AND trashed_at IS NULL
        UNION ALL SELECT 1 FROM watch_blocker WHERE person_id = ?1 AND trashed_at IS NULL
        LIMIT 1
        """
    default: return false
    }
    let row = try RecordTable.existingRow(of: operation.entity, db)
    return try Bool.fetchOne(db.cachedStatement(sql: sql), arguments: [row]) ?? false
  }

  /// Whether a thing of some kinds names a person or a team, in its content.
  private func isNamed(_ id: EntityID, in kinds: [EntityKind]) throws -> Bool {
    for kind in kinds {
      let isNamed = try Bool.fetchOne(
        db.cachedStatement(
          sql: """
            SELECT EXISTS(SELECT 1 FROM \(kind.table)
              WHERE trashed_at IS NULL AND instr(content, ?))
            """),
        arguments: [id.description])
      if isNamed == true { return true }
    }
    return false
  }
}
