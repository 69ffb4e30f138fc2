import Domain
import Support

/// The people, services and moments of every test about pages.
enum Pager {
  static let ana = Cast.people[0].id
  static let bo = Cast.people[1].id
  static let chloe = Cast.people[2].id
  static let dee = Cast.people[4].id
  static let router = Cast.id(401)
  static let billing = Cast.id(402)
  static let primary = Cast.id(411)
  static let secondary = Cast.id(412)
  static let team = Cast.id(421)
  static let policy = EscalationPolicy.Version(policy: Cast.id(431), number: 1)

  /// Minutes after the moment of the cast.
  static func minute(_ minutes: Int64) -> Instant {
    Cast.now.advanced(by: minutes * Instant.minute)
  }

  /// A page that was opened at minute 0.
  static func page(
    _ urgency: Urgency = .high, severity: Severity = .error, key: PageKey? = PageKey("disk-full"),
    rules: PageRules = PageRules(), isInMaintenance: Bool = false
  ) -> Page {
    Page.opened(
      by: PageTrigger(summary: "disk full", severity: severity, urgency: urgency),
      for: router, key: key,
      with: PageOpening(
        id: Cast.id(500), policy: policy, rules: rules, isInMaintenance: isInMaintenance),
      at: minute(0)
    ).page
  }

  /// A page that was opened at minute 0 and then saw these events, a minute apart.
  static func page(_ urgency: Urgency = .high, after events: [PageEvent]) throws -> Page {
    var page = page(urgency)
    for (index, event) in events.enumerated() {
      _ = try page.handle(event, at: minute(Int64(index + 1)))
    }
    return page
  }

  /// A signal with the key of those pages.
  static func signal(_ severity: Severity = .error) -> PageTrigger {
    PageTrigger(summary: "disk full", severity: severity)
  }

  /// What calls people and places by their handles, in UTC.
  static let wording = Wording(
    person: { id in Cast.people.first { $0.id == id }?.handle },
    thing: { id in [router: "router", billing: "billing", primary: "api-primary"][id] })
}
