import Canvas
import Domain

extension AppState {
  func drawPicker(_ picker: Picker, into grid: inout Grid) {
    let matches = picker.matches
    let names = picker.items.map { CleanText($0.value, limit: 40).width }.max() ?? 0
    let title = CleanText(picker.title, fitting: size.width - 6, ellipsis: glyphs.ellipsis)
    let box = box(of: picker)
    let inside = Popup.draw(box.frame, title: title, glyphs: glyphs, into: &grid)
    guard !inside.isEmpty else { return }
    picker.editor.draw(
      into: &grid, Rect(x: inside.x + 1, y: inside.y, width: inside.width - 2, height: 1),
      glyphs: glyphs,
      placeholder: placeholder(of: picker))
    for line in 0..<box.list.height {
      let place = box.first + line
      guard place < max(1, picker.choiceCount) else { break }
      let row = Rect(x: inside.x, y: inside.y + 1 + line, width: inside.width, height: 1)
      if matches.indices.contains(place) {
        draw(picker.items[matches[place]], picker, names, into: &grid, row)
      } else {
        let words = picker.proposal.map { saying($0, in: picker) } ?? "nothing is called that"
        let text = CleanText(words, fitting: row.width - 3, ellipsis: glyphs.ellipsis)
        grid.write(text, x: row.x + 2, y: row.y, picker.proposal == nil ? .dim : .info)
      }
      guard place == picker.cursor, picker.choiceCount > 0 else { continue }
      grid.write(glyphs.marker, x: row.x, y: row.y, .accent)
      grid.select(row)
    }
    Popup.drawScroll(
      box.frame, list: box.list, first: box.first, place: picker.cursor, of: picker.choiceCount,
      glyphs: glyphs, into: &grid)
  }

  private func placeholder(of picker: Picker) -> CleanText {
    switch picker.purpose {
    case .label: "type to find or to make one"
    case .watch(let choice, _) where choice.takesTimes: "or type 45m, 2h, 18:30"
    default: "type to find"
    }
  }

  /// What is said of something typed that is not in the list.
  private func saying(_ proposal: String, in picker: Picker) -> String {
    guard picker.purpose != .label else { return "make the label “\(proposal)”" }
    let wording = bill?.wording(for: myID)
    let moment = wording.flatMap { TypedTime(proposal)?.instant(after: now, on: $0.clock) }
    return "until \(moment.flatMap { wording?.moment($0) } ?? proposal)"
  }

  private func draw(
    _ item: Picker.Item, _ picker: Picker, _ names: Int, into grid: inout Grid, _ row: Rect
  ) {
    var x = row.x + 2
    if picker.isMultiple {
      let box = item.isOn ? glyphs.checked : glyphs.unchecked
      let isPart = item.wish == nil && item.had == .some
      grid.write(isPart ? glyphs.shaded : box, x: x, y: row.y, item.isOn ? .accent : .dim)
      x += box.width + 1
    } else {
      if item.had == .all { grid.write(glyphs.success, x: x, y: row.y, .accent) }
      x += 2
    }
    switch picker.purpose {
    case .status, .priority:
      x += grid.write(glyphs.mark(item.mark.role), x: x, y: row.y, style: item.mark) + 1
    default: break
    }
    let name = CleanText(item.value, fitting: row.maxX - x - 1, ellipsis: glyphs.ellipsis)
    grid.write(name, x: x, y: row.y, style: item.mark)
    let note = CleanText(item.note, fitting: row.maxX - x - names - 3, ellipsis: glyphs.ellipsis)
    grid.write(note, x: x + max(names, name.width) + 2, y: row.y, .dim)
  }
}
