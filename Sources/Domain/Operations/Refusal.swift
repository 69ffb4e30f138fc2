/// Why an operation was not made; nothing was changed.
public enum Refusal: Error, Sendable, Equatable {
  case missing(EntityRef)
  case exists(EntityRef)
  case trashed(EntityRef)
  case notTrashed(EntityRef)
  case noSuchField(EntityKind, Field)
  case notSettable(EntityKind, Field)
  case wrongValue(EntityKind, Field, expected: String)
  case tooLong(EntityKind, Field, limit: Int)
  case empty(EntityKind, Field)
  case linkToItself(EntityRef)
  /// Every number of the project of this prefix is behind it.
  case noNumberLeft(String)
  /// An undo would overwrite something that was changed later.
  case changedSince(EntityRef, Field)
}

extension Refusal: CustomStringConvertible {
  /// The refusal as one sentence for people.
  public var description: String {
    switch self {
    case .missing(let entity): "there is no \(entity.kind.name) \(entity.id)"
    case .exists(let entity): "the \(entity.kind.name) \(entity.id) exists already"
    case .trashed(let entity):
      "the \(entity.kind.name) was deleted; undo the deletion first"
    case .notTrashed(let entity): "the \(entity.kind.name) is not deleted"
    case .noSuchField(let kind, let field):
      "\(kind.article) \(kind.name) has no field \(field.rawValue)"
    case .notSettable(let kind, let field):
      "the \(field.rawValue) of \(kind.article) \(kind.name) cannot be set"
    case .wrongValue(let kind, let field, let expected):
      "the \(field.rawValue) of \(kind.article) \(kind.name) must be \(expected)"
    case .tooLong(let kind, let field, let limit):
      "the \(field.rawValue) of \(kind.article) \(kind.name) is longer than \(limit) bytes"
    case .empty(let kind, let field):
      "the \(field.rawValue) of \(kind.article) \(kind.name) must not be empty"
    case .linkToItself: "an issue cannot be linked to itself"
    case .noNumberLeft(let prefix):
      "\(prefix) has no number left for another issue: the last, "
        + "\(IssueKey(prefix: prefix, number: IssueKey.numbers.upperBound)), was given"
    case .changedSince(_, let field):
      "the \(field.rawValue) was changed again since; undo that change first"
    }
  }
}

extension EntityKind {
  /// "a" or "an", for sentences.
  public var article: String { self == .issue ? "an" : "a" }
}
