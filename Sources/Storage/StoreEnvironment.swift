public import Domain

/// Where a store gets the time and randomness from, and how long it waits for others.
public struct StoreEnvironment: Sendable {
  /// The present, in UTC.
  public let now: @Sendable () -> Instant
  /// 64 random bits.
  public let random: @Sendable () -> UInt64
  /// How many seconds to wait for another program that is writing.
  public let patience: Double
  /// The zones of these IANA names, as far as they are to be had.
  public let zones: @Sendable (Set<String>) -> ZoneCatalog

  /// An environment; tests give a clock, a seeded generator and the zones they need.
  public init(
    now: @escaping @Sendable () -> Instant, random: @escaping @Sendable () -> UInt64,
    patience: Double = 5,
    zones: @escaping @Sendable (Set<String>) -> ZoneCatalog = { _ in ZoneCatalog() }
  ) {
    self.now = now
    self.random = random
    self.patience = patience
    self.zones = zones
  }

  /// A new permanent id, minted now.
  public func newID() -> EntityID {
    EntityID(at: now(), random: (random(), random()))
  }
}
