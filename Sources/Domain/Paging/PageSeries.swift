/// What a monitor or a person sends about one key of a service.
public enum PageSignal: Sendable, Equatable {
  case trigger(PageTrigger)
  /// Nil when no person is named.
  case ack(by: EntityID?)
  /// The trouble is over; nil when no person is named.
  case resolve(Page.Reason, by: EntityID?)
}

/// The pages that one key of a service has opened, of which at most one is open.
///
/// It decides what a signal means: a further signal for the open page, a new page, or nothing.
public struct PageSeries: Sendable, Equatable {
  /// The service all of them are about.
  public let service: EntityID
  /// What merges signals; nil for signals that are never merged.
  public let key: PageKey?
  /// Oldest first; those of the last 24 hours and the open one suffice.
  public private(set) var pages: [Page]
  /// Acks and resolves that came while no page was open: answered kindly, and counted here.
  public private(set) var ignored: Int

  /// What became of a signal.
  public enum Outcome: Sendable, Equatable {
    case opened(Page, [PageEffect])
    case changed(Page, [PageEffect])
    /// Nothing is open to which it could belong; no error, for monitors repeat themselves.
    case ignored
  }

  /// The pages of a key.
  public init(service: EntityID, key: PageKey?, pages: [Page] = [], ignored: Int = 0) {
    self.service = service
    self.key = key
    self.pages = pages.sorted { ($0.firstSeen, $0.id) < ($1.firstSeen, $1.id) }
    self.ignored = ignored
  }

  /// The page further signals are merged into; nil when a trigger opens a new one.
  public var open: Page? { key == nil ? nil : pages.last { $0.isOpen } }

  /// Takes a signal in.
  ///
  /// - Parameter opening: what a new page gets, should the signal open one.
  public mutating func handle(
    _ signal: PageSignal, opening: PageOpening, at now: Instant
  ) throws(Page.Refusal) -> Outcome {
    guard let index = key == nil ? nil : pages.lastIndex(where: \.isOpen) else {
      guard case .trigger(let trigger) = signal else {
        ignored += 1
        return .ignored
      }
      let (page, effects) = Page.opened(
        by: trigger, for: service, key: key, with: opening, after: key == nil ? [] : pages, at: now)
      pages.append(page)
      return .opened(page, effects)
    }
    let event: PageEvent =
      switch signal {
      case .trigger(let trigger): .trigger(trigger)
      case .ack(let person): .ack(by: person)
      case .resolve(let reason, let person): .resolve(reason, by: person)
      }
    let effects = try pages[index].handle(event, at: now)
    return .changed(pages[index], effects)
  }
}
