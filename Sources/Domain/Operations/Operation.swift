/// One entry of the journal: a change, with what it overwrote, who made it and when.
///
/// The envelope follows the sync report, 2.3. Operations of one `tx` stand or
/// fall together and are undone as one step.
public struct Operation: Sendable, Equatable {
  /// Counts this device's operations from 1, without gaps.
  public let dseq: Int64
  /// The `dseq` of the first operation of the step this one belongs to.
  public let tx: Int64
  /// What was done; decides how `field` and `value` are to be read.
  public let kind: OperationKind
  /// The version of the kind's encoding.
  public let version: Int
  /// The entity that was changed.
  public let entity: EntityRef
  /// The field that was changed; nil when the whole entity was.
  public let field: Field?
  /// The new value, the member of a set, or the first fields of a new entity.
  public let value: JournalValue
  /// What the field held before.
  public let base: Value
  /// Other fields that changed with it, as they were before.
  public let was: [Field: Value]
  /// When it was done; later on this device always compares greater.
  public let hlc: HybridTime
  /// The person who acted; nil for imports and the program itself.
  public let author: EntityID?

  /// A journal entry.
  public init(
    dseq: Int64, tx: Int64, kind: OperationKind, version: Int = 1, entity: EntityRef,
    field: Field?, value: JournalValue, base: Value, was: [Field: Value], hlc: HybridTime,
    author: EntityID?
  ) {
    self.dseq = dseq
    self.tx = tx
    self.kind = kind
    self.version = version
    self.entity = entity
    self.field = field
    self.value = value
    self.base = base
    self.was = was
    self.hlc = hlc
    self.author = author
  }

  /// The change this entry recorded; nil when the entry's parts do not fit its kind.
  public var change: Change? {
    switch (kind, value) {
    case (.create, .fields(let fields)): .create(CreateEntity(entity, fields: fields))
    case (.set, .one(let value)): field.map { .set(SetField(entity, $0, to: value)) }
    case (.add, .one(.reference(let id))): field.map { .add(AddMember(entity, $0, id)) }
    case (.remove, .one(.reference(let id))): field.map { .remove(RemoveMember(entity, $0, id)) }
    case (.addComment, .fields(let fields)): .addComment(AddComment(entity, fields: fields))
    case (.editComment, .one(.text(let body))): .editComment(EditComment(entity, body: body))
    case (.redactComment, _): .redactComment(RedactComment(entity))
    case (.trash, _): .trash(TrashEntity(entity))
    case (.restore, _): .restore(RestoreEntity(entity))
    case (.arrive, _): .arrive(ImportEntity(entity))
    default: nil
    }
  }
}
