/// A field of an entity, by the name the journal keeps.
public enum Field: String, Sendable, CaseIterable {
  case title, body, status, priority, author, owner, assignees, labels, watchers, service
  case milestone, due, demo, project, number, kind
  case blocks, relates, duplicates
  case createdAt = "created_at", updatedAt = "updated_at"
  case closedAt = "closed_at", closedBy = "closed_by"
  case trashedAt = "trashed_at", redactedAt = "redacted_at"
  /// When the issue of a comment last changed: no field of the comment, but kept for undo.
  case issueUpdatedAt = "issue_updated_at"
  case handle, name, email, zone, members, team, prefix, color, description, query, position
  case issue
  case policy, schedule, person, prompt, subject, state, day, event, content
  case endsAt = "ends_at"
}
