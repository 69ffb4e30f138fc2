internal import Domain
internal import Storage
internal import Synchronization

/// The clock of the demo while its past is made: it shows whatever time it is set to.
///
/// Ids are drawn from a seeded generator, so that the same moment makes the same demo.
final class DemoClock: Sendable {
  private let state: Mutex<(time: Instant, random: SplitMix)>

  init(_ start: Instant) {
    state = Mutex((start, SplitMix(seed: 0x4A12_B0A2)))
  }

  /// Sets the clock.
  func set(_ time: Instant) {
    state.withLock { $0.time = time }
  }

  /// A store's surroundings with this clock.
  ///
  /// - Parameter zones: read once for all that is done.
  func environment(_ zones: ZoneCatalog) -> StoreEnvironment {
    StoreEnvironment(
      now: { self.state.withLock { $0.time } },
      random: { self.state.withLock { $0.random.next() } },
      zones: { _ in zones })
  }
}
