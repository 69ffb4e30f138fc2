import Canvas
import Domain

/// Where everything stands on the screen: drawing and the mouse both look here.
///
/// It is total: every size from 1x1 up gives rectangles inside the window, and
/// below 40x10 nothing but a word about the size is drawn.
struct AppLayout: Equatable {
  var isTooSmall = false
  /// Whether rows are so few that the top line goes and hints and status share a row, unless
  /// there is a question to answer.
  var isLow = false
  /// Workspace, tabs and who I am; empty when there are few rows.
  var top = Rect(x: 0, y: 0, width: 0, height: 0)
  /// The line of views.
  var views = Rect(x: 0, y: 0, width: 0, height: 0)
  /// The query, and the place in the list; with few rows it is there while something is filtered.
  var query = Rect(x: 0, y: 0, width: 0, height: 0)
  /// What the query names and is not here; empty when all is.
  var doubt = Rect(x: 0, y: 0, width: 0, height: 0)
  var list = Rect(x: 0, y: 0, width: 0, height: 0)
  /// The line between list and preview.
  var divider: Rect?
  var preview: Rect?
  /// The issue over the whole screen.
  var paper = Rect(x: 0, y: 0, width: 0, height: 0)
  /// What happened; the same row as the hints when there are few rows.
  var status = Rect(x: 0, y: 0, width: 0, height: 0)
  var hints = Rect(x: 0, y: 0, width: 0, height: 0)

  static let smallest = Size(width: 40, height: 10)

  init(_ state: AppState) {
    let width = state.size.width
    let height = state.size.height
    isTooSmall = width < AppLayout.smallest.width || height < AppLayout.smallest.height
    guard !isTooSmall else { return }
    func row(_ y: Int) -> Rect { Rect(x: 0, y: y, width: width, height: 1) }

    isLow = height < 14
    var head = 0
    if !isLow {
      top = row(0)
      head = 1
    }
    hints = row(height - 1)
    let foot = isLow && !state.isAsking ? height - 1 : height - 2
    status = row(foot)
    if state.detail != nil || state.compose != nil || state.note != nil {
      if isLow {
        top = row(0)
        head = 1
      }
      paper = Rect(x: 0, y: head, width: width, height: foot - head)
      return
    }
    guard state.tab == .issues else {
      if isLow {
        top = row(0)
        head = 1
      }
      let body = Rect(x: 0, y: head, width: width, height: foot - head)
      if state.tab == .onCall {
        placeRota(body, state.rota)
      } else if state.isPaperWhole {
        list = Rect(x: 0, y: head, width: width, height: 0)
        preview = body
      } else {
        place(body, state.tabPreview, state.size)
      }
      return
    }
    views = row(head)
    head += 1
    if !isLow || state.isFiltering || state.sections[state.current].filter != nil {
      query = row(head)
      head += 1
    }
    if state.doubt != nil {
      doubt = row(head)
      head += 1
    }
    place(Rect(x: 0, y: head, width: width, height: foot - head), state.previewPlace, state.size)
  }

  /// Parts the middle of the screen between list and preview.
  private mutating func place(_ body: Rect, _ wish: PreviewPlace, _ size: Size) {
    switch AppLayout.place(wish, size) {
    case .beside:
      let width = max(body.width * 11 / 20, body.width - 101)
      list = Rect(x: 0, y: body.y, width: width, height: body.height)
      divider = Rect(x: width, y: body.y, width: 1, height: body.height)
      preview = Rect(
        x: width + 1, y: body.y, width: body.width - width - 1, height: body.height)
    case .below:
      let height = max(4, body.height * 9 / 20)
      list = Rect(x: 0, y: body.y, width: body.width, height: height)
      divider = Rect(x: 0, y: body.y + height, width: body.width, height: 1)
      preview = Rect(
        x: 0, y: body.y + height + 1, width: body.width, height: body.height - height - 1)
    case .automatic, .hidden: list = body
    }
  }

  /// Where a preview goes in a window: beside, below or nowhere.
  static func place(_ wish: PreviewPlace, _ size: Size) -> PreviewPlace {
    switch wish {
    case .hidden: .hidden
    case .beside: size.width >= 76 ? .beside : size.height >= 16 ? .below : .hidden
    case .below: size.height >= 16 ? .below : .hidden
    case .automatic: size.width >= 110 ? .beside : size.height >= 30 ? .below : .hidden
    }
  }
}

extension AppState {
  /// Whether the filter bar is open.
  var isFiltering: Bool {
    if case .filter = overlay { true } else { false }
  }

  /// What the query in sight names and is not here, in words; nil while a list of proposals or a
  /// mistake says more.
  var doubt: String? {
    if case .filter(let bar) = overlay, bar.error != nil || !bar.candidates.isEmpty { return nil }
    guard let doubts = list.doubts, !doubts.isEmpty else { return nil }
    return doubts.joined(separator: "; ")
  }

  /// Whether a question stands at the bottom.
  var isAsking: Bool {
    if case .prompt = overlay { true } else { false }
  }

  /// Where the preview of a tab goes; digests want lines of some length, and their list is short.
  var tabPreview: PreviewPlace {
    guard tab == .status, previewPlace == .automatic else { return previewPlace }
    guard bill?.prompts.isEmpty == false else { return .hidden }
    return size.width < 110 && size.height >= 20 ? .below : .automatic
  }

  /// Whether the window has room for a preview anywhere.
  var canShowPreview: Bool { size.width >= 76 || size.height >= 16 }

  /// How many rows the list shows.
  var listHeight: Int { max(1, AppLayout(self).list.height) }
}
