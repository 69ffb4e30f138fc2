/// What a field may hold, and whether operations may set it by themselves.
public struct FieldRule: Sendable, Equatable {
  /// The shape of a field's value.
  public enum Shape: Sendable, Equatable {
    /// Any text; `limit` counts bytes of UTF-8.
    case text(limit: Int, mayBeEmpty: Bool)
    /// One integer of a range.
    case integer(ClosedRange<Int64>)
    /// A calendar date, `2026-01-31`.
    case date
    /// One entity of a kind.
    case reference(EntityKind)
    /// A set of entities of a kind.
    case references(EntityKind)
  }

  /// The field this is the rule of, in one kind of entity.
  public let field: Field
  /// What a value that is not null must look like.
  public let shape: Shape
  /// Whether null is allowed; if not, a field left out is refused or gets the default.
  public let mayBeNull: Bool
  /// False for what follows from another field (`closed_at` from `status`) or never changes.
  public let isSettable: Bool

  init(_ field: Field, _ shape: Shape, null: Bool = true, settable: Bool = true) {
    self.field = field
    self.shape = shape
    mayBeNull = null
    isSettable = settable
  }

  static let instant = Shape.integer(Int64.min...Int64.max)
}

extension EntityKind {
  /// Every field an entity of this kind has, in the order exports write them.
  public var rules: [FieldRule] { FieldRule.byKind[rawValue] }

  /// The rule of one field; nil when this kind has no such field.
  public func rule(of field: Field) -> FieldRule? { rules.first { $0.field == field } }
}

extension FieldRule {
  /// Limits of texts in bytes: long enough for what real trackers hold, bounded all the same.
  static let titleLimit = 1 << 20
  static let bodyLimit = 64 << 20
  static let nameLimit = 4096

  fileprivate static let byKind: [[FieldRule]] = EntityKind.allCases.map { kind in
    let fields: [FieldRule] =
      switch kind {
      case .person: person
      case .team: team
      case .service: service
      case .project: project
      case .label: label
      case .milestone: milestone
      case .view: view
      case .issue: issue
      case .comment: comment
      case .schedule: [handle, FieldRule(.team, .reference(.team)), content]
      case .override, .cover, .offer: [inSchedule, endsAt, content]
      case .absence: [ofPerson, endsAt, content]
      case .policy: [handle, content]
      case .maintenance: [endsAt, content]
      case .page: [ofService, state, endsAt, content]
      case .handoff: [subject, state, endsAt, content]
      case .prompt: [FieldRule(.team, .reference(.team), null: false), content]
      case .update: [ofPrompt, ofPerson, FieldRule(.day, .date, null: false), content]
      case .blocker: [ofPerson, state, endsAt, content]
      case .mark: [ofPerson, event, state]
      }
    return fields + [
      FieldRule(.createdAt, instant, null: false, settable: false),
      FieldRule(.trashedAt, instant, settable: false),
    ]
  }

  private static let handle = FieldRule(
    .handle, .text(limit: nameLimit, mayBeEmpty: false), null: false)
  private static let name = FieldRule(.name, .text(limit: nameLimit, mayBeEmpty: true), null: false)

  private static let person = [
    handle, name,
    FieldRule(.email, .text(limit: nameLimit, mayBeEmpty: false)),
    FieldRule(.zone, .text(limit: nameLimit, mayBeEmpty: false)),
  ]
  private static let team = [handle, name, FieldRule(.members, .references(.person))]
  private static let service = [
    handle, name, FieldRule(.team, .reference(.team)), FieldRule(.owner, .reference(.person)),
    FieldRule(.policy, .reference(.policy)),
  ]
  private static let project = [
    FieldRule(.prefix, .text(limit: 12, mayBeEmpty: false), null: false), name,
    FieldRule(.team, .reference(.team)),
  ]
  private static let label = [
    FieldRule(.project, .reference(.project), null: false, settable: false),
    FieldRule(.name, .text(limit: nameLimit, mayBeEmpty: false), null: false),
    FieldRule(.color, .text(limit: 32, mayBeEmpty: true), null: false),
    FieldRule(.description, .text(limit: titleLimit, mayBeEmpty: true)),
  ]
  private static let milestone = [
    FieldRule(.project, .reference(.project), null: false, settable: false),
    FieldRule(.title, .text(limit: titleLimit, mayBeEmpty: false), null: false),
    FieldRule(.due, .date),
  ]
  private static let view = [
    FieldRule(.name, .text(limit: nameLimit, mayBeEmpty: false), null: false),
    FieldRule(.query, .text(limit: titleLimit, mayBeEmpty: true), null: false),
    FieldRule(.position, .integer(0...1_000_000), null: false),
  ]
  private static let issue = [
    FieldRule(.project, .reference(.project), null: false, settable: false),
    FieldRule(.number, .integer(1...Int64(Int32.max)), null: false, settable: false),
    FieldRule(.kind, .integer(0...1), null: false, settable: false),
    FieldRule(.title, .text(limit: titleLimit, mayBeEmpty: false), null: false),
    FieldRule(.body, .text(limit: bodyLimit, mayBeEmpty: true), null: false),
    FieldRule(.status, .integer(0...5), null: false),
    FieldRule(.priority, .integer(0...4), null: false),
    FieldRule(.author, .reference(.person), settable: false),
    FieldRule(.owner, .reference(.person)),
    FieldRule(.assignees, .references(.person)),
    FieldRule(.labels, .references(.label)),
    FieldRule(.watchers, .references(.person)),
    FieldRule(.service, .reference(.service)),
    FieldRule(.milestone, .reference(.milestone)),
    FieldRule(.due, .date),
    FieldRule(.demo, .text(limit: nameLimit, mayBeEmpty: false)),
    FieldRule(.blocks, .references(.issue)),
    FieldRule(.relates, .references(.issue)),
    FieldRule(.duplicates, .references(.issue)),
    FieldRule(.updatedAt, instant, null: false, settable: false),
    FieldRule(.closedAt, instant, settable: false),
    FieldRule(.closedBy, .reference(.person), settable: false),
  ]
  // What the watch bill holds: a few fields to find it by, and the whole of it as JSON.
  private static let content = FieldRule(
    .content, .text(limit: titleLimit, mayBeEmpty: false), null: false)
  private static let inSchedule = FieldRule(
    .schedule, .reference(.schedule), null: false, settable: false)
  private static let ofService = FieldRule(
    .service, .reference(.service), null: false, settable: false)
  private static let ofPerson = FieldRule(
    .person, .reference(.person), null: false, settable: false)
  private static let ofPrompt = FieldRule(
    .prompt, .reference(.prompt), null: false, settable: false)
  /// When it is over, or was; null while that is not known.
  private static let endsAt = FieldRule(.endsAt, instant)
  private static let state = FieldRule(.state, .integer(0...15), null: false)
  private static let subject = FieldRule(
    .subject, .text(limit: nameLimit, mayBeEmpty: false), null: false, settable: false)
  private static let event = FieldRule(
    .event, .text(limit: nameLimit, mayBeEmpty: false), null: false, settable: false)
  private static let comment = [
    FieldRule(.issue, .reference(.issue), null: false, settable: false),
    FieldRule(.kind, .integer(0...5), null: false, settable: false),
    FieldRule(.author, .reference(.person), settable: false),
    FieldRule(.body, .text(limit: bodyLimit, mayBeEmpty: true), null: false),
    FieldRule(.updatedAt, instant, null: false, settable: false),
    FieldRule(.redactedAt, instant, settable: false),
  ]
}
