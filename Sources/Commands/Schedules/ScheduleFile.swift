internal import Domain

/// A schedule as a YAML file says it, which is all of it but the ledger.
///
/// ```yaml
/// schedule: api-primary
/// zone: Europe/Copenhagen
/// layers:
///   - name: week
///     rotation: {unit: week, anchor: 2026-01-05T09:00, participants: [ana, ben]}
/// ```
struct ScheduleFile: Equatable {
  /// What people type for the schedule, in one word.
  var handle: String
  /// The schedule, without a ledger.
  var schedule: Schedule
  /// When people are away; these never change who is on call.
  var absences: [Absence]
  /// The rotations that leave open which of their places has turn 0.
  var openCounts: Set<LayerPlace> = []

  /// Where a layer stands in the file: both count from 0.
  struct LayerPlace: Hashable {
    let version: Int
    let layer: Int
  }

  /// A part that needs an id which the file does not say.
  enum Part: Hashable {
    case schedule(String)
    /// Of one name there is one layer in all versions.
    case layer(String)
    /// The others by their place in the file, from 0.
    case override(Int)
    case absence(Int)
    case fixedPlan(Int)
  }
}

/// What the names in a schedule file mean around it.
///
/// A preview makes people up; a workspace looks them up, and answers nil for
/// who is not there.
struct ScheduleWorld {
  /// The person of a handle.
  var person: (String) -> EntityID?
  /// The team of a handle.
  var team: (String) -> EntityID?
  /// The id of a part without one; those of later overrides must be the greater ones.
  var id: (ScheduleFile.Part) -> EntityID
  /// The zone of a name.
  var zone: (String) throws(ZoneProblem) -> Zone
  /// The calendar that a layer has in the version that begins at an instant, nil being always; a
  /// file only says that there is one.
  var calendar: (EntityID, Instant?) -> ImportedCalendar? = { _, _ in nil }
  /// Handles to propose for one that is nobody's.
  var people: [String] = []
  /// Handles of people who left.
  var gone: [String] = []
  /// Handles to propose for one that is no team's.
  var teams: [String] = []
}
