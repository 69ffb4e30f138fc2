import Domain
import Glibc
import Testing

@testable import Commands

/// The file of the README, and people who are made up as they come.
enum ScheduleFixture {
  /// Everything one file of the first format had, as people wrote it.
  static let full = """
    schedule: api-primary
    team: api
    zone: America/New_York
    combine: priority            # or union
    layers:
      - name: week
        priority: 1
        rotation: {unit: week, length: 1, zone: America/New_York, anchor: 2026-01-05T09:00, mode: wall,
                   participants: [ana, ben, [cy, dee]], duration: PT8H, effective_from: 2026-01-05T14:00Z, until: null,
                   weekdays: [MO, TU, WE, TH, FR], advance: active_days}
        window: {weekdays: [MO, TU, WE, TH, FR], start: "09:00", end: "18:00", zone: America/New_York}
      - {name: lead, priority: 0, people: [eve]}          # always on: people instead of a rotation
    overrides:
      - {kind: replace, from: 2026-02-01T14:00Z, to: 2026-02-02T14:00Z, remove: ana, add: ben}
      - {kind: cover, from: 2026-02-03T14:00Z, to: 2026-02-03T16:00Z, people: []}     # also add, remove
    absences: []
    fixed_plans: []
    """

  /// The world of a preview, with the system's zones.
  static func book() -> HandleBook { HandleBook(zones: ZoneShelf { _ in nil }) }

  /// Reads a text in a world where every handle is somebody.
  static func read(_ text: String) throws(ScheduleFault) -> ScheduleFile {
    try ScheduleReader(book().world).read(Array(text.utf8))
  }

  /// The one line that a faulty text gets, without the file's name; nil when it is fine.
  static func fault(_ text: String) -> String? {
    do throws(ScheduleFault) {
      _ = try read(text)
      return nil
    } catch {
      return error.description
    }
  }
}

/// An instant the test has written itself.
func at(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) -> Instant {
  guard let instant = Instant(iso8601: text) else {
    Testing.Issue.record("\(text) is no instant", sourceLocation: sourceLocation)
    return Instant(milliseconds: 0)
  }
  return instant
}
