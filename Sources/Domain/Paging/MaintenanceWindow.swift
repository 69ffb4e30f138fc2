/// A planned span of time in which the pages of some services are held back.
///
/// It holds the first page, escalations and repeats; acknowledging and resolving pass through. It
/// always has an end, so that no service stays silent for ever.
public struct MaintenanceWindow: Sendable, Equatable, Codable {
  /// The permanent id.
  public let id: EntityID
  /// Why; one line.
  public var reason: String
  /// The services it covers; nil for all.
  public var services: Set<EntityID>?
  /// Labels a page must carry, all of them, to be held; empty for any page.
  public var labels: [String: String]
  /// The first moment that belongs to it.
  public let start: Instant
  /// The first moment that no longer does.
  public let end: Instant

  /// A window, checked: it ends after it starts, and covers something.
  public init(
    id: EntityID, reason: String, services: Set<EntityID>?, labels: [String: String] = [:],
    from start: Instant, to end: Instant
  ) throws(Flaw) {
    guard start < end else { throw .endsBeforeItStarts }
    guard services?.isEmpty != true else { throw .coversNothing }
    self.id = id
    self.reason = reason
    self.services = services
    self.labels = labels
    self.start = start
    self.end = end
  }

  /// Whether it runs at a moment; the end no longer belongs to it.
  public func isActive(at moment: Instant) -> Bool { start <= moment && moment < end }

  /// Whether it covers a page of this service with these labels, at whatever time.
  public func covers(service: EntityID, labels: [String: String]) -> Bool {
    (services?.contains(service) ?? true) && self.labels.allSatisfy { labels[$0.key] == $0.value }
  }

  /// Whether it holds such a page back at a moment.
  public func holds(service: EntityID, labels: [String: String], at moment: Instant) -> Bool {
    isActive(at: moment) && covers(service: service, labels: labels)
  }

  /// Whether one of several windows holds such a page back at a moment.
  public static func hold(
    _ windows: [MaintenanceWindow], service: EntityID, labels: [String: String],
    at moment: Instant
  ) -> Bool {
    windows.contains { $0.holds(service: service, labels: labels, at: moment) }
  }

  /// The first moment from one on at which none of several windows holds such a page back.
  public static func release(
    from moment: Instant, by windows: [MaintenanceWindow], service: EntityID,
    labels: [String: String]
  ) -> Instant {
    var moment = moment
    for window in windows.sorted(by: { $0.start < $1.start })
    where window.holds(service: service, labels: labels, at: moment) {
      moment = window.end
    }
    return moment
  }

  /// Why a window cannot be as it was wished.
  public enum Flaw: Error, Sendable, Equatable {
    case endsBeforeItStarts
    case coversNothing
  }
}

extension MaintenanceWindow.Flaw: CustomStringConvertible {
  /// The flaw as one sentence for people.
  public var description: String {
    switch self {
    case .endsBeforeItStarts: "a maintenance window must end after it starts; give a later end"
    case .coversNothing: "a maintenance window covers at least one service, or all; name one"
    }
  }
}
