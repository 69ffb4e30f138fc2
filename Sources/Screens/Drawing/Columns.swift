import Canvas
import Domain

/// Which columns a list has at a width, and where each begins.
///
/// Marker, status, priority, key and title are always there; the age from 40
/// columns up, the person from 56, the comments from 64, labels from 72, and
/// the status as a word from 100.
struct Columns: Equatable {
  var key: Int
  var keyWidth: Int
  var statusWord: Int?
  var title: Int
  var titleWidth: Int
  var person: Int?
  var personWidth = 0
  /// Where the comments end.
  var comments: Int?
  /// Where the age ends.
  var age: Int?
  var hasLabels: Bool

  static let status = 2
  static let priority = 4

  init(width: Int, rows: ArraySlice<ListRow>) {
    var widestKey = 4
    var widestPerson = 0
    for row in rows {
      guard let shown = row.shown else { continue }
      widestKey = max(widestKey, shown.key.width)
      widestPerson = max(widestPerson, shown.person.width)
    }
    key = 6
    keyWidth = min(widestKey, 14)
    title = key + keyWidth + 2
    if width >= 100 {
      statusWord = title
      title += 9
    }
    hasLabels = width >= 72
    var end = width - 1
    if width >= 40 {
      age = end
      end -= 5
    }
    if width >= 64 {
      comments = end
      end -= 5
    }
    if width >= 56, widestPerson > 0 {
      personWidth = min(max(4, widestPerson), width >= 100 ? 14 : 10)
      person = end - personWidth
      end = end - personWidth - 2
    }
    titleWidth = max(0, end - title)
  }
}
