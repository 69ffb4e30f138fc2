/// A change of who is on call for a time, laid over the plan and never written into it.
///
/// At an instant the strongest `cover` takes the place of the layers, then
/// every `remove` and `replace` applies at once, then every `add`; there are no
/// chains. Of two rules on one person the stronger counts: higher priority,
/// then later in the hub's order, then the later id. A remove or a replace
/// touches people of a cover only if it came after that cover.
public struct Override: Sendable, Hashable, Codable {
  /// The permanent id.
  public var id: EntityID
  /// What it does.
  public var kind: Kind
  /// For how long.
  public var period: Period
  /// Beats lower ones; 0 unless somebody says otherwise.
  public var priority: Int
  /// Its place in the hub's order; nil while the hub has not seen it, which is later than all.
  public var sequence: Int64?
  /// The cover request, swap or gift it came from.
  public var origin: EntityID?
  /// Why, in somebody's words; may be empty.
  public var note: String

  /// What an override does.
  public enum Kind: Sendable, Hashable, Codable {
    /// These people instead of everyone; none at all is "nobody, on purpose".
    case cover([EntityID])
    /// Not this person.
    case remove(EntityID)
    /// Another person in the place of one.
    case replace(EntityID, with: EntityID)
    /// These people too.
    case add([EntityID])
  }

  /// An override.
  public init(
    id: EntityID, _ kind: Kind, _ period: Period, priority: Int = 0, sequence: Int64? = nil,
    origin: EntityID? = nil, note: String = ""
  ) {
    self.id = id
    self.kind = kind
    self.period = period
    self.priority = priority
    self.sequence = sequence
    self.origin = origin
    self.note = note
  }

  /// The person a remove or a replace is about.
  public var subject: EntityID? {
    switch kind {
    case .remove(let person), .replace(let person, _): person
    case .cover, .add: nil
    }
  }

  /// Everybody it names.
  public var people: [EntityID] {
    switch kind {
    case .cover(let people), .add(let people): people
    case .remove(let person): [person]
    case .replace(let person, let other): [person, other]
    }
  }

  /// Whether it came after another, in the hub's order and then by id.
  func isLater(than other: Override) -> Bool { age > other.age }

  /// Whether it counts where both are about the same person.
  func isStronger(than other: Override) -> Bool {
    priority != other.priority ? priority > other.priority : isLater(than: other)
  }

  private var age: (Int64, EntityID) { (sequence ?? .max, id) }
}
