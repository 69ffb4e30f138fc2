import Canvas
public import Domain

/// The query being typed, with what could stand at its cursor.
struct FilterBar: Sendable, Equatable {
  var editor: LineEditor
  /// The filter to go back to on Esc.
  var before: String?
  /// The list to go back to on Esc, with the place somebody was at.
  var left: IssueList
  var error: QueryError?
  /// The proposals in sight; empty closes the list of them.
  var candidates: [QueryCompletion.Candidate] = []
  /// The characters a proposal replaces.
  var range = 0..<0
  /// The proposal chosen with the arrows; nil until then.
  var chosen: Int?

  init(_ text: String, before: String?, left: IssueList) {
    editor = LineEditor(text)
    self.before = before
    self.left = left
  }

  /// Whether the error is about what is still being typed, and so only a hint.
  var isErrorUnderCursor: Bool {
    guard let error else { return false }
    return editor.isAtEnd && error.column - 1 + error.length >= editor.characters.count
  }

  /// Looks up what could stand at the cursor.
  ///
  /// Nothing is proposed between words unless somebody asks (`wanted`): a list
  /// that covers the issues at every blank is in the way.
  mutating func propose(from vocabulary: Vocabulary, wanted: Bool = false) {
    chosen = nil
    candidates = []
    guard !editor.isEmpty || wanted else { return }
    let completion = QueryCompletion.candidates(
      in: editor.text, cursor: editor.cursor, vocabulary: vocabulary)
    range = completion.range
    let typed = String(
      editor.characters[range.clamped(to: 0..<editor.characters.count)])
    let isInValue = range.lowerBound > 0 && editor.characters[range.lowerBound - 1] == ":"
    guard wanted || isInValue || !typed.isEmpty else { return }
    let isComplete = completion.candidates.contains { $0.text == typed }
    guard wanted || !isComplete || completion.candidates.count > 1 else { return }
    candidates = Array(completion.candidates.prefix(50))
  }

  /// Puts a proposal in; behind a finished word comes a blank.
  mutating func accept(_ index: Int) {
    guard candidates.indices.contains(index) else { return }
    let text = candidates[index].text
    editor.replace(range, with: text)
    if !text.hasSuffix(":"), editor.isAtEnd { editor.insert(" ") }
    chosen = nil
    candidates = []
  }

  /// Chooses the next proposal, or the one before, round and round.
  mutating func choose(_ step: Int) {
    guard !candidates.isEmpty else { return }
    let next = chosen.map { $0 + step } ?? (step > 0 ? 0 : candidates.count - 1)
    chosen = (next + candidates.count) % candidates.count
  }
}

/// The names of the workspace: completion proposes them, and what is none of them is doubted.
public typealias Vocabulary = QueryCompletion.Vocabulary
