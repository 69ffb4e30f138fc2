internal import Domain
internal import GRDB

/// What an undo finds that others have done since.
extension Step {
  /// Refuses the undo of an offer, a request or a page on which somebody else has acted since: it
  /// would take away what they have answered, and leave what their answer brought about.
  func refuseIfAnswered(_ operation: Operation) throws {
    guard operation.kind == .create,
      [.handoff, .offer, .cover, .page].contains(operation.entity.kind),
      let answer = try newest(
        "entity = ?1 AND field = 'content' AND author IS NOT NULL AND author IS NOT ?2 AND dseq > ?3",
        [operation.entity.id.blob, operation.author?.blob, operation.dseq])
    else { return }
    var telling = JournalWords(.utc, db)
    let words =
      switch answer.entity.kind {
      case .offer: "answered the offer"
      case .cover: "answered the request"
      default: try telling.words(of: answer) ?? "changed this"
      }
    throw StoreError(.answered, "\(try who(answer)) \(words) since; only they can undo that")
  }

  /// Why a field cannot be put back: who has changed it since, when that is somebody else.
  func changedSince(_ operation: Operation, _ field: Field) throws -> any Error {
    let change = try newest(
      "entity = ?1 AND field = ?2 AND dseq > ?3",
      [operation.entity.id.blob, field.rawValue, operation.dseq])
    guard let change, change.author != operation.author, change.author != nil else {
      return Refusal.changedSince(operation.entity, field)
    }
    return StoreError(
      .answered,
      "\(try who(change)) changed the \(field.rawValue) since; only they can undo that")
  }

  /// That an entity was deleted and what is undone was left so, with who did it.
  func words(forDeleted ref: EntityRef) throws -> String {
    let name = try JournalWords(.utc, db).name(of: ref) ?? ref.kind.name
    let deletion = try newest("entity = ?1 AND kind = 'trash'", [ref.id.blob])
    let doer = try deletion.map { " by \(try who($0))" } ?? ""
    return "\(name) was deleted\(doer) since and is left so"
  }

  /// The newest operation of a condition that stands.
  private func newest(
    _ condition: String, _ arguments: StatementArguments
  ) throws -> Operation? {
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT \(Journal.columns) FROM operation
          WHERE \(condition) AND \(Journal.stands) ORDER BY dseq DESC LIMIT 1
          """),
      arguments: arguments)
    guard let row else { return nil }
    return Journal.operation(row)
  }

  private func who(_ operation: Operation) throws -> String {
    let handle = try String.fetchOne(
      db.cachedStatement(sql: "SELECT handle FROM person WHERE uid = ?"),
      arguments: [operation.author?.blob])
    return handle.map { "@\($0)" } ?? "somebody"
  }
}
