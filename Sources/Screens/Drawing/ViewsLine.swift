import Canvas
import Domain

/// The line of views, scrolled sideways so that the one in sight is on it.
struct ViewsLine {
  /// Where a view's name stands.
  struct Place {
    var index: Int
    var columns: Range<Int>
    var name: CleanText
    var count: CleanText
  }

  var places: [Place] = []
  var hasMoreLeft = false
  var hasMoreRight = false

  init(_ state: AppState, width: Int) {
    let all = state.sections.enumerated().map { index, section in
      // A filter's count stands beside the query; the view keeps its own.
      let isShown = index == state.current && section.filter == nil && !state.isFiltering
      let count = isShown ? state.list.count ?? section.count : section.count
      return Place(
        index: index, columns: 0..<0,
        name: CleanText(section.name, fitting: 24, ellipsis: state.glyphs.ellipsis),
        count: count.map { CleanText($0.description) } ?? .empty)
    }
    // Walks back from the view in sight as far as there is room, then on to the right.
    var first = state.current
    var used = ViewsLine.width(of: all[first])
    while first > 0, used + ViewsLine.width(of: all[first - 1]) <= width - 4 {
      first -= 1
      used += ViewsLine.width(of: all[first])
    }
    hasMoreLeft = first > 0
    var x = hasMoreLeft ? 2 : 0
    for place in all[first...] {
      let next = ViewsLine.width(of: place)
      guard x + next <= width - 2 || place.index == state.current else {
        hasMoreRight = true
        break
      }
      var shown = place
      shown.columns = x..<x + next
      places.append(shown)
      x += next
    }
  }

  /// The marker or a blank, the name, the count, and what parts it from the next.
  private static func width(of place: Place) -> Int {
    1 + place.name.width + (place.count.isEmpty ? 0 : place.count.width + 1) + 2
  }
}

extension AppState {
  func drawViews(into grid: inout Grid, _ area: Rect, reserving right: Int = 0) {
    let line = ViewsLine(self, width: area.width - right)
    if line.hasMoreLeft { grid.write(glyphs.left, x: area.x, y: area.y, .dim) }
    for place in line.places {
      let isActive = place.index == current
      var x = area.x + place.columns.lowerBound
      if isActive { grid.write(glyphs.marker, x: x, y: area.y, .accent) }
      x += 1
      x += grid.write(place.name, x: x, y: area.y, isActive ? .tabActive : .tab)
      guard !place.count.isEmpty else { continue }
      if isActive { grid.write(" ", x: x, y: area.y, .tabActive) }
      grid.write(place.count, x: x + 1, y: area.y, isActive ? .tabActive : .count)
    }
    if line.hasMoreRight {
      grid.write(glyphs.right, x: area.maxX - right - 1, y: area.y, .dim)
    }
  }
}
