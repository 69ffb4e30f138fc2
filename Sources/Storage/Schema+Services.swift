extension Schema {
  /// Counts the open issues of a service without looking at those that are closed.
  ///
  /// An import that died may have put the old index away: it does not come back.
  static let openIssuesOfServices = """
    DROP INDEX IF EXISTS issue_service;
    DELETE FROM deferred_index WHERE name = 'issue_service';
    CREATE INDEX issue_service_open ON issue(service_id, is_live, is_open)
      WHERE service_id IS NOT NULL;
    """
}
