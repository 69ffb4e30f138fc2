/// What puts a person on call: the source, the turn, and the override if there is one.
public struct Reason: Sendable, Hashable, Codable {
  /// Where the person comes from, or the one who is replaced.
  public var source: Source
  /// The turn of the rotation, where there is one.
  public var turn: Turn?
  /// The override that brought the person.
  public var override: EntityID?
  /// Who is replaced by it.
  public var insteadOf: EntityID?

  /// Where a person comes from.
  public enum Source: Sendable, Hashable, Codable {
    case layer(EntityID)
    /// Nothing but the override: a cover or an addition.
    case override
    case fixedPlan(EntityID)
    /// The fallback of a fixed plan that has a hole.
    case fallback(EntityID)
    /// The ledger, which did not record more.
    case ledger
  }

  /// A reason.
  public init(
    _ source: Source, turn: Turn? = nil, override: EntityID? = nil, insteadOf: EntityID? = nil
  ) {
    self.source = source
    self.turn = turn
    self.override = override
    self.insteadOf = insteadOf
  }

  /// What the ledger says when it did not record more.
  public static let recorded = Reason(.ledger)
}
