/// One thing to be done to one entity: what a verb asks for and an operation records.
///
/// Each case is a kind of operation, with a file of its own that says what it
/// checks, what it does and what undoes it.
public enum Change: Sendable, Equatable {
  case create(CreateEntity)
  case set(SetField)
  case add(AddMember)
  case remove(RemoveMember)
  case addComment(AddComment)
  case editComment(EditComment)
  case redactComment(RedactComment)
  case trash(TrashEntity)
  case restore(RestoreEntity)
  case arrive(ImportEntity)

  /// The kind's rule, through which checks, effects and inverses are reached.
  public var rule: any ChangeRule {
    switch self {
    case .create(let rule): rule
    case .set(let rule): rule
    case .add(let rule): rule
    case .remove(let rule): rule
    case .addComment(let rule): rule
    case .editComment(let rule): rule
    case .redactComment(let rule): rule
    case .trash(let rule): rule
    case .restore(let rule): rule
    case .arrive(let rule): rule
    }
  }

  /// The entity that is changed.
  public var entity: EntityRef { rule.entity }
}

/// What every kind of operation says of itself.
public protocol ChangeRule: Sendable {
  /// The name in the journal and on the wire; it never changes.
  static var kind: OperationKind { get }
  /// The entity that is changed.
  var entity: EntityRef { get }
  /// The field that is changed; nil when the whole entity is.
  var field: Field? { get }
  /// What the journal keeps as the operation's value.
  var value: JournalValue { get }
  /// The fields that check and apply look at.
  var reads: [Field] { get }

  /// Throws when the change cannot be made; `record` is nil when the entity does not exist.
  func check(_ record: EntityRecord?) throws(Refusal)
  /// Makes the change; pure.
  func apply(to record: inout EntityRecord, stamp: Stamp)
  /// What undoes the change, given what it overwrote: the field itself as `base`, and as `was`
  /// the others, the time of the last change among them unless something changed since.
  func inverse(base: Value, was: [Field: Value]) -> Change
}

/// Who acts, and when.
public struct Stamp: Sendable, Equatable {
  /// When, by the clock of the device where it happens.
  public let at: Instant
  /// Who acts; nil when the program does, or nobody has said who they are.
  public let author: EntityID?

  /// A stamp.
  public init(at: Instant, author: EntityID?) {
    self.at = at
    self.author = author
  }
}

/// An operation's value as the journal keeps it: one value, or the fields of a new entity.
public enum JournalValue: Sendable, Equatable {
  case one(Value)
  case fields([Field: Value])
}

/// The kinds of operations, by their stable names.
public enum OperationKind: String, Sendable, CaseIterable {
  case create
  case set
  case add = "set.add"
  case remove = "set.remove"
  case addComment = "comment.add"
  case editComment = "comment.edit"
  case redactComment = "comment.redact"
  case trash
  case restore
  case arrive = "import"
}
