public import Domain

/// Where a store gets the time and randomness from, and how long it waits for others.
public struct StoreEnvironment: Sendable {
  /// The present, in UTC.
  public let now: @Sendable () -> Instant
  /// 64 random bits.
  public let random: @Sendable () -> UInt64
  /// How many seconds to wait for another program that is writing.
  public let patience: Double

  /// An environment; tests give a clock and a seeded generator.
  public init(
    now: @escaping @Sendable () -> Instant, random: @escaping @Sendable () -> UInt64,
    patience: Double = 5
  ) {
    self.now = now
    self.random = random
    self.patience = patience
  }

  /// A new permanent id, minted now.
  public func newID() -> EntityID {
    EntityID(at: now(), random: (random(), random()))
  }
}
