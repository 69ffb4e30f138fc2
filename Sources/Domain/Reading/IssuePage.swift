/// Which rows of a list are wanted.
public struct IssuePageRequest: Sendable, Equatable {
  /// Where the wanted rows stand.
  public enum Place: Sendable, Equatable {
    case first
    case last
    case after(IssueCursor)
    case before(IssueCursor)
    /// Rows around a place, itself included when it still belongs to the list.
    case around(IssueCursor)
    /// Rows around an issue, or around where it would stand; from the first where there is none.
    case near(EntityID)
  }

  /// Says which issues the list holds, and in which order.
  public var query: Query
  /// The part of the list that is wanted.
  public var place: Place
  /// How many rows at the most.
  public var limit: Int

  /// A wish for rows.
  public init(query: Query, place: Place = .first, limit: Int) {
    self.query = query
    self.place = place
    self.limit = limit
  }
}

/// Neighbouring rows of a list, in the list's order.
public struct IssuePage: Sendable, Equatable {
  /// At most as many as were wanted; empty when nothing stands there.
  public var rows: [IssueSummary]
  /// Whether the list goes on above the first row.
  public var hasBefore: Bool
  /// Whether the list goes on below the last row.
  public var hasAfter: Bool

  /// Rows of a list.
  public init(rows: [IssueSummary], hasBefore: Bool, hasAfter: Bool) {
    self.rows = rows
    self.hasBefore = hasBefore
    self.hasAfter = hasAfter
  }
}

/// A count that stops at a cap, so that counting costs the same at any size.
public struct CappedCount: Sendable, Hashable {
  /// The count, at most the cap.
  public var value: Int
  /// Whether there are more than `value`.
  public var isCapped: Bool

  /// The number up to which a list is counted, for a workspace of so many issues: what is asked
  /// at every key must not walk over ten thousand rows of a million.
  public static func cap(forIssues count: Int) -> Int { count > 100_000 ? 1_000 : 9_999 }

  /// A count.
  public init(_ value: Int, isCapped: Bool = false) {
    self.value = value
    self.isCapped = isCapped
  }
}

extension CappedCount: CustomStringConvertible {
  /// The count for people: `1,444`, or `9,999+`.
  public var description: String { value.grouped + (isCapped ? "+" : "") }
}

extension Int {
  /// The number with commas between groups of three digits.
  public var grouped: String {
    var text = ""
    for (index, digit) in String(magnitude).reversed().enumerated() {
      if index > 0, index % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return (self < 0 ? "-" : "") + String(text.reversed())
  }
}
