extension IncomingIssue {
  /// The fields a source really speaks of, when it might have been silent.
  ///
  /// A table without a column for the milestone says nothing about milestones;
  /// an update takes only what was told, so that silence deletes nothing.
  public struct Told: OptionSet, Sendable, Hashable {
    /// One bit a field.
    public let rawValue: UInt16

    /// A set of fields by their bits.
    public init(rawValue: UInt16) {
      self.rawValue = rawValue
    }

    /// What stands under the title.
    public static let body = Told(rawValue: 1 << 0)
    /// Where the issue stands.
    public static let status = Told(rawValue: 1 << 1)
    /// How soon it matters.
    public static let priority = Told(rawValue: 1 << 2)
    /// The one accountable person.
    public static let owner = Told(rawValue: 1 << 3)
    /// Those who help.
    public static let assignees = Told(rawValue: 1 << 4)
    /// The labels.
    public static let labels = Told(rawValue: 1 << 5)
    /// Those who follow it.
    public static let watchers = Told(rawValue: 1 << 6)
    /// The service it concerns.
    public static let service = Told(rawValue: 1 << 7)
    /// The milestone.
    public static let milestone = Told(rawValue: 1 << 8)
    /// When it is to be done.
    public static let due = Told(rawValue: 1 << 9)
    /// Where the work can be seen.
    public static let demo = Told(rawValue: 1 << 10)
    /// The issues that wait for it.
    public static let blocks = Told(rawValue: 1 << 11)
    /// The issues that concern the same matter.
    public static let relates = Told(rawValue: 1 << 12)
    /// The issues that say the same.
    public static let duplicates = Told(rawValue: 1 << 13)

    /// All of them: what is absent is empty, as in our own format.
    public static let everything = Told(rawValue: (1 << 14) - 1)
  }
}
