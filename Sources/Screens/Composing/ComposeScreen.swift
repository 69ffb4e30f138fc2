import Canvas
import Domain

/// An update being written, over the whole screen: a field for each question, a line for each point.
struct ComposeScreen: Sendable, Equatable {
  /// Where the text came from.
  enum Origin: Sendable, Equatable {
    /// Nothing is known yet.
    case nothing
    /// What its writer did since their last update.
    case activity
    /// The update as it was posted.
    case posted
    /// A draft kept from before.
    case kept
  }

  /// A question and the lines of its answer; never without a line.
  struct Field: Sendable, Equatable {
    var question: Prompt.Question
    var lines: [Line]
  }

  /// A line of an answer; an item of a list, mostly.
  struct Line: Sendable, Equatable {
    var text: String
    var isItem = true

    var isEmpty: Bool { text.trimmed.isEmpty }
  }

  /// A line by its field and its place in it.
  struct Place: Sendable, Equatable {
    var field: Int
    var line: Int
  }

  var prompt: Prompt
  var date: CivilDate
  var fields: [Field]
  var origin = Origin.nothing
  var isTouched = false
  var cursor = Place(field: 0, line: 0)
  /// The first row in sight.
  var top = 0
  /// The fields before each removal, to take it back.
  var past: [[Field]] = []

  /// A screen for the questions of a prompt.
  init(_ prompt: Prompt, _ date: CivilDate) {
    self.prompt = prompt
    self.date = date
    fields = prompt.questions.map { Field(question: $0, lines: [Line(text: "")]) }
  }

  /// What unsent text is kept under.
  var subject: DraftSubject { .update(prompt.id, date) }
}

extension ComposeScreen {
  /// The answers as they stand.
  var answers: [Update.Answer] {
    fields.map { field in
      let lines = field.lines.filter { !$0.isItem || !$0.isEmpty }
      return Update.Answer(
        field.question,
        lines.map { ($0.isItem ? "- " : "") + $0.text }.joined(separator: "\n").trimmed)
    }
  }

  /// Takes other answers in place of those that stand here.
  mutating func put(_ answers: [Update.Answer], from origin: Origin) {
    fields = prompt.questions.map { question in
      let text = answers.first { $0.question == question }?.text ?? ""
      let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        .map { line in
          line.hasPrefix("- ")
            ? Line(text: String(line.dropFirst(2))) : Line(text: String(line), isItem: false)
        }
      let isEmpty = lines.allSatisfy(\.isEmpty)
      return Field(question: question, lines: isEmpty ? [Line(text: "")] : lines)
    }
    self.origin = origin
    move(by: 0)
  }

  /// Takes what the writer did, unless something better stands here.
  mutating func fill(with answers: [Update.Answer]) {
    guard !isTouched, origin == .nothing || origin == .activity else { return }
    put(answers, from: .activity)
  }

  /// The line under the cursor.
  var line: Line {
    get {
      fields.indices.contains(cursor.field)
        && fields[cursor.field].lines.indices.contains(cursor.line)
        ? fields[cursor.field].lines[cursor.line] : Line(text: "")
    }
    set {
      guard fields.indices.contains(cursor.field),
        fields[cursor.field].lines.indices.contains(cursor.line)
      else { return }
      fields[cursor.field].lines[cursor.line] = newValue
    }
  }

  /// Every line, in order.
  var places: [Place] {
    fields.indices.flatMap { field in
      fields[field].lines.indices.map { Place(field: field, line: $0) }
    }
  }

  /// Moves by lines; false when there was nowhere further to go.
  @discardableResult
  mutating func move(by count: Int) -> Bool {
    let places = places
    let here =
      places.firstIndex(of: cursor)
      ?? places.lastIndex { $0.field <= cursor.field } ?? 0
    let wanted = here + count
    guard !places.isEmpty else { return false }
    cursor = places[min(max(0, wanted), places.count - 1)]
    return places.indices.contains(wanted)
  }

  /// Puts a line below the cursor's and goes there; an empty field's only line serves.
  mutating func addLine(_ text: String = "") {
    guard fields.indices.contains(cursor.field) else { return }
    if fields[cursor.field].lines.count == 1, line.isEmpty {
      line = Line(text: text)
      return
    }
    fields[cursor.field].lines.insert(Line(text: text), at: cursor.line + 1)
    cursor.line += 1
  }

  /// Takes the cursor's line away; the last one of a field stays, empty.
  mutating func removeLine() {
    guard fields.indices.contains(cursor.field) else { return }
    if fields[cursor.field].lines.count == 1 {
      line = Line(text: "")
    } else if fields[cursor.field].lines.indices.contains(cursor.line) {
      fields[cursor.field].lines.remove(at: cursor.line)
    }
    cursor.line = min(cursor.line, fields[cursor.field].lines.count - 1)
  }
}
