/// The zones at hand, by IANA name, and the version of the data they came from.
///
/// Nothing here reads a disk: whoever builds a catalogue has read the files.
/// The version is recorded beside every computed row, because two machines
/// with different data may disagree about the future.
public struct ZoneCatalog: Sendable, Equatable {
  /// The tzdata version, `2025b`; empty when unknown.
  public let version: String
  private var zones: [String: Zone]
  /// Why zones that were looked for are not in it, by name: sentences that say what to do.
  public let missing: [String: String]

  /// A catalogue of these zones; `UTC` is always in it.
  public init(
    version: String = "", _ zones: some Sequence<Zone> = [], missing: [String: String] = [:]
  ) {
    self.version = version
    self.missing = missing
    self.zones = ["UTC": .utc]
    for zone in zones { self.zones[zone.name] = zone }
  }

  /// The zone of a name; throws why it is not in the catalogue.
  public func zone(_ name: String) throws(ZoneError) -> Zone {
    if let zone = zones[name] { return zone }
    if let reason = missing[name] { throw .missing(name: name, reason: reason) }
    throw .unknown(name: name)
  }

  /// The names in the catalogue, sorted.
  public var names: [String] { zones.keys.sorted() }
}
