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
  }

  var purpose: Purpose
  var editor: LineEditor
  /// Whether somebody typed already: a draft that comes later is not put in then.
  var isTouched = false

  /// What unsent text is kept under; nil for what is not worth keeping.
  var subject: DraftSubject? {
    switch purpose {
    case .retitle(.one(_, let id), _): .title(id)
    case .retitle: nil
    case .comment(let targets): targets.commentSubject
    case .newIssue: .newIssue
    case .saveView, .find: nil
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
    case .retitle, .saveView: [Hint("enter", "save"), Hint("esc", "back")]
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
