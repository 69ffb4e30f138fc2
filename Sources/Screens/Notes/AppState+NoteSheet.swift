import Canvas
import Domain

extension AppState {
  /// The note in lines: what was found at the left, what its giver adds at the right; below each
  /// other in a narrow window.
  func noteSheet(_ note: HandoffNote, _ bill: WatchBill, width: Int) -> NoteSheet {
    let wording = bill.wording(for: myID)
    var laid = NoteSheet()
    guard width >= 76 else {
      var column = NoteColumn(width: max(1, width - 4), isRight: false)
      if isGiving { added(note, wording, &column) } else { found(note, wording, &column) }
      column.sheet.blank()
      if isGiving { found(note, wording, &column) } else { added(note, wording, &column) }
      laid.left = column.sheet.lines
      laid.stops = column.stops
      return laid
    }
    let room = min(width, 170)
    laid.split = room * 11 / 20
    var left = NoteColumn(width: laid.split - 4, isRight: false)
    found(note, wording, &left)
    var right = NoteColumn(width: room - laid.split - 3, isRight: true)
    added(note, wording, &right)
    laid.left = left.sheet.lines
    laid.right = right.sheet.lines
    laid.stops = left.stops + right.stops
    return laid
  }

  /// What the machine found of the shift.
  private func found(_ note: HandoffNote, _ wording: Wording, _ column: inout NoteColumn) {
    column.sheet.heading("The shift")
    column.sheet.text(note.counted(wording))
    column.section("Open pages", note.facts.openPages.isEmpty ? ["none"] : [], glyphs)
    for page in note.facts.openPages { item(page.id, page.words(wording), &column) }
    column.section("Worked on", note.worked, glyphs)
    column.section("Coming up", note.coming(wording), glyphs)
    column.section("Ownership", note.facts.ownership.map { $0.words(wording) }, glyphs)
  }

  /// What only the giver knows.
  private func added(_ note: HandoffNote, _ wording: Wording, _ column: inout NoteColumn) {
    column.sheet.heading("How it felt")
    let isEmpty = note.feel.trimmed.isEmpty
    let feel = isEmpty ? way(.feel, "says it in a line") : note.feel
    column.stop(isGiving ? .feel : nil) { $0.text(feel, isEmpty ? .dim : .text) }
    column.section(
      "Watch", note.watch.isEmpty ? [way(.noteWatch, "adds what to watch")] : [], glyphs)
    for (place, watch) in note.watch.enumerated() {
      column.stop(isGiving ? .watch(place) : nil) {
        $0.item(watch.words(wording), bullet: glyphs.bullet)
      }
    }
    column.section("Asks", note.asks.isEmpty ? [way(.noteAsk, "asks for something")] : [], glyphs)
    for ask in note.asks {
      if isGiving {
        column.stop(.ask(ask.id)) { $0.item(ask.words(wording), bullet: glyphs.bullet) }
      } else {
        item(ask.id, ask.words(wording), &column)
      }
    }
  }

  /// A page or an ask with its box; the one who comes on duty ticks it.
  private func item(_ id: EntityID, _ words: String, _ column: inout NoteColumn) {
    let isTaken = noteHandoff?.items.first { $0.id == id }?.acceptedBy != nil
    let box = isTaken ? glyphs.checked : glyphs.unchecked
    column.stop(isReceiving ? .item(id) : nil) {
      $0.item(words, bullet: isGiving ? glyphs.bullet : box, isTaken ? .dim : .text)
    }
  }

  /// The key for something that is not there yet; for a reader that there is none.
  private func way(_ id: ActionID, _ words: String) -> String {
    isGiving ? "\(keymap.key(of: id) ?? ":\(id.rawValue)") \(words)" : "nothing"
  }
}

/// One column of a note while it is laid out.
struct NoteColumn {
  var sheet: Sheet
  var stops: [NoteSheet.Place] = []
  let isRight: Bool

  init(width: Int, isRight: Bool) {
    sheet = Sheet(width: width)
    self.isRight = isRight
  }

  /// A heading with a list; nothing at all when the list is empty, unless items follow.
  mutating func section(_ heading: String, _ items: [String], _ glyphs: Glyphs) {
    let isAlwaysThere = ["Open pages", "Watch", "Asks"].contains(heading)
    guard !items.isEmpty || isAlwaysThere else { return }
    sheet.blank()
    sheet.heading(heading)
    for item in items {
      if isAlwaysThere { sheet.text(item, .dim) } else { sheet.item(item, bullet: glyphs.bullet) }
    }
  }

  /// Lines that the cursor can stand on; nil for lines that are only read.
  mutating func stop(_ stop: NoteScreen.Stop?, _ write: (inout Sheet) -> Void) {
    let start = sheet.lines.count
    write(&sheet)
    guard let stop, start < sheet.lines.count else { return }
    stops.append(
      NoteSheet.Place(stop: stop, lines: start..<sheet.lines.count, isRight: isRight))
  }
}
