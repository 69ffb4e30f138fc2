/// What an import brought, changed and left alone.
public struct ImportReport: Sendable, Equatable {
  /// Issues and pulls that are new here.
  public var created = 0
  /// Of those, the pulls.
  public var createdPulls = 0
  /// Issues that the file says something newer about.
  public var updated = 0
  /// Issues the file says nothing new about.
  public var unchanged = 0
  /// Comments, reviews and review comments that are new here.
  public var comments = 0
  /// People that are new here, those known by a handle alone included.
  public var people = 0
  /// Labels that are new here, counted once per project.
  public var labels = 0
  /// Other things that are new here: teams, services, projects, milestones, views,
  /// schedules, pages and all else of the watch bill.
  public var others = 0
  /// Fields of people, teams and so on that were changed.
  public var directoryChanges = 0
  /// One sentence for each field that was changed here and in the file, so that ours was kept.
  ///
  /// The first hundred; `keptCount` counts them all.
  public var kept: [String] = []
  /// How many fields were kept so, beyond the first hundred too.
  public var keptCount = 0
  /// One sentence for each text that could not be kept quite as it came, with its line and field.
  ///
  /// The first hundred; `mendedCount` counts them all.
  public var mended: [String] = []
  /// How many texts were mended so, beyond the first hundred too.
  public var mendedCount = 0
  /// Links whose other end is not in this workspace; they are kept until it arrives.
  public var danglingLinks = 0
  /// Issues whose number was taken, so that they got another: old and new key, the first hundred.
  public var renumbered: [String] = []

  /// A report of nothing.
  public init() {}

  /// Whether the workspace is as it was.
  public var changedNothing: Bool {
    created + updated + comments + people + labels + others + directoryChanges == 0
  }

  mutating func mend(_ sentence: String) {
    mendedCount += 1
    if mended.count < 100 { mended.append(sentence) }
  }

  mutating func keep(_ sentence: String) {
    keptCount += 1
    if kept.count < 100 { kept.append(sentence) }
  }
}
