import Canvas
import Domain

/// A window on a list of issues: the rows around the cursor, never the whole list.
struct IssueList: Sendable, Equatable {
  /// What the list shows; nil when its text is no query.
  var query: Query?
  /// What is wrong with the query's text.
  var problem: String?
  /// What the query names that is not here, in words; nil until somebody looked.
  var doubts: [String]?
  var rows: [ListRow] = []
  /// How many issues stand above the first row; nil when nobody knows.
  var offset: Int?
  var hasBefore = false
  var hasAfter = false
  /// The index of the row the keys act on.
  var cursor = 0
  /// The index of the first row in sight.
  var top = 0
  /// Issues somebody marked.
  var marks: Set<EntityID> = []
  /// Whether everything the query matches is marked, seen or not.
  var hasAllMarked = false
  var count: CappedCount?
  var countGeneration = 0
  var reading: Reading?
  /// Whether rows were ever read for this query or one before it.
  var isRead = false
  /// Whether the rows may be out of date and must be read again when in sight.
  var isStale = true

  /// A read under way, and what its rows are for.
  struct Reading: Sendable, Equatable {
    enum Purpose: Sendable, Equatable {
      /// Another query: begin at its top.
      case fresh
      case top, bottom
      case before, after
      /// The same rows, as they are now.
      case again
      /// The rows around an issue, if the list has it.
      case near(EntityID)
    }

    var purpose: Purpose
    var generation: Int
    /// Rows still to move once these are here: `5000j` goes through many windows.
    var remaining = 0
  }

  /// The issue the keys act on.
  var selected: IssueSummary? {
    rows.indices.contains(cursor) ? rows[cursor].issue : nil
  }

  /// Takes another query's text; the old rows stay in sight until the new ones are here.
  mutating func ask(_ text: String, options: Query.ParseOptions = Query.ParseOptions()) {
    do throws(QueryError) {
      query = try Query.parse(text, options: options)
      problem = nil
    } catch {
      query = nil
      problem = error.message
    }
    doubts = nil
    marks = []
    hasAllMarked = false
    count = nil
    reading = nil
    isStale = true
  }

  /// Whether its count was asked for and is not here yet.
  var isCounting: Bool { countGeneration > 0 && count == nil }

  /// Whether a row is marked.
  func isMarked(_ id: EntityID) -> Bool { hasAllMarked || marks.contains(id) }

  mutating func takeMarksOff() {
    marks = []
    hasAllMarked = false
  }

  /// The place of the cursor in the whole list, from 1; nil when nobody knows.
  var position: Int? { rows.isEmpty ? nil : offset.map { $0 + cursor + 1 } }
}

/// A row with what is drawn of it, made once it is in sight.
struct ListRow: Sendable, Equatable {
  var issue: IssueSummary
  var shown: ShownRow?
}
