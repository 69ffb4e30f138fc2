import Canvas
import Domain

/// A question with a line to answer in, at the bottom of the screen.
struct Question: Sendable, Equatable {
  enum Purpose: Sendable, Equatable {
    case retitle(Targets, old: String)
    case comment(Targets)
    case newIssue(project: String)
    case saveView(query: String)
    case find
    /// A part of the note for a change of shifts.
    case note(NotePart, Handoff.ShiftChange)
    /// Other times for a shift.
    case times(ShiftWish)
    /// Why somebody wants to be covered.
    case coverNote(ShiftWish)
    /// When I am away, on the clocks of a schedule; asked over a shift that begins at a moment.
    case absence(EntityID, over: Instant)
    /// The people of a layer.
    case roster(RosterDraft)
    case watch(WatchQuestion)
  }

  var purpose: Purpose
  var editor: LineEditor
  /// Whether somebody typed already: a draft that comes later is not put in then.
  var isTouched = false
  /// Whether it was pasted where no field was open, and what is kept is to come before it.
  var isPasted = false

  /// What unsent text is kept under; nil for what is not worth keeping.
  var subject: DraftSubject? {
    switch purpose {
    case .retitle(.one(_, let id), _): .title(id)
    case .retitle: nil
    case .comment(let targets): targets.commentSubject
    case .newIssue: .newIssue
    case .note(let part, let change): .note(change.schedule, change.at, part: part.name)
    case .roster(let draft): .roster(schedule: draft.schedule, layer: draft.layer)
    case .coverNote(let wish): .cover(wish.schedule)
    case .absence(let schedule, let start): .absence(schedule: schedule, start)
    case .watch(let question): question.subject
    case .saveView, .find, .times: nil
    }
  }

  /// The words before the line.
  var label: String {
    switch purpose {
    case .retitle(let targets, _): "Retitle \(targets.words)"
    case .comment(let targets): "Comment on \(targets.words)"
    case .newIssue(let project): "New issue in \(project)"
    case .saveView: "Save the view as"
    case .find: "Find"
    case .note(let part, _): part.label
    case .times: "When"
    case .coverNote: "Cover, because"
    case .absence: "Away"
    case .roster: "Turns"
    case .watch(let question): question.label
    }
  }

  /// What stands in the line while it is empty.
  var placeholder: String {
    switch purpose {
    case .retitle: "its new title"
    case .comment: "what you want to say"
    case .newIssue: "its title"
    case .saveView: "a name"
    case .find: "words in this issue"
    case .note(let part, _): part.placeholder
    case .times, .absence: "2026-03-12 09:00 to 2026-03-13 17:00"
    case .coverNote: "why, if you like"
    case .roster: "ana bo+dee cy"
    case .watch(let question): question.placeholder
    }
  }

  /// Whether Enter takes an empty line.
  var mayBeEmpty: Bool {
    switch purpose {
    case .find, .coverNote: true
    case .note(let part, _): part == .feel
    case .watch(let question): question.mayBeEmpty
    case .retitle, .comment, .newIssue, .saveView, .times, .absence, .roster: false
    }
  }

  /// The keys that mean something here, for the last line, the way on and the way back first:
  /// a narrow window shows no more.
  func hints(hasProjects: Bool) -> [Hint] {
    switch purpose {
    case .comment: [Hint("enter", "send"), Hint("esc", "later"), Hint("ctrl-o", "editor")]
    case .newIssue:
      [Hint("enter", "create"), Hint("esc", "later"), Hint("ctrl-o", "editor")]
        + (hasProjects ? [Hint("tab", "other project")] : [])
    case .times: [Hint("enter", "go on"), Hint("esc", "back")]
    case .coverNote: [Hint("enter", "ask"), Hint("esc", "back"), Hint("tab", "other times")]
    case .absence: [Hint("enter", "save"), Hint("esc", "back"), Hint("a note", "after the times")]
    case .roster:
      [
        Hint("enter", "show what moves"), Hint("esc", "back"), Hint("ctrl-o", "editor"),
        Hint("bo+dee", "together"),
      ]
    case .note, .retitle, .saveView: [Hint("enter", "save"), Hint("esc", "back")]
    case .watch(let question): question.hints
    case .find:
      [
        Hint("enter", "keep"), Hint("esc", "back"), Hint("ctrl-n", "next"),
        Hint("ctrl-p", "before"),
      ]
    }
  }
}

/// A key and what it does, for the last line of the screen.
struct Hint: Sendable, Equatable {
  var key: String
  var words: String

  init(_ key: String, _ words: String) {
    self.key = key
    self.words = words
  }
}
