import Canvas
import Domain

/// The note for the end of a shift, over the whole screen: written by who gives, accepted by who
/// receives.
struct NoteScreen: Sendable, Equatable {
  /// Whose view of it this is.
  enum Side: Sendable, Equatable {
    /// The note I write for the end of my shift.
    case giving(ShiftEnd)
    /// A note that is there, by its handoff.
    case reading(EntityID)

    /// Whether it is the same note, however much has been found out about it since.
    func isSame(as other: Side) -> Bool {
      switch (self, other) {
      case (.giving(let mine), .giving(let theirs)):
        mine.change.schedule == theirs.change.schedule && mine.change.at == theirs.change.at
      case (.reading(let mine), .reading(let theirs)): mine == theirs
      case (.giving, .reading), (.reading, .giving): false
      }
    }
  }

  /// Something on it that the cursor can stand on.
  enum Stop: Sendable, Hashable {
    case feel
    case watch(Int)
    case ask(EntityID)
    /// An open page or an ask, to be accepted.
    case item(EntityID)
  }

  var side: Side
  /// The issues the giver touched during the shift, as far as they are known.
  var touched: [HandoffFacts.TouchedIssue] = []
  var cursor: Stop?
  var scroll = 0
  /// The note as it was laid out last.
  var text: HandoffNote?
  var sheet = NoteSheet()
  var basis: TabBasis?

  init(_ side: Side) {
    self.side = side
  }
}

/// A note laid out: lines from the left and from the right, and where the cursor can stand.
struct NoteSheet: Sendable, Equatable {
  /// The facts, or everything in a narrow window.
  var left: [StyledLine] = []
  /// What the giver adds; empty in a narrow window.
  var right: [StyledLine] = []
  /// Where the right half begins.
  var split = 0
  var stops: [Place] = []

  /// A stop and the lines it takes.
  struct Place: Sendable, Equatable {
    var stop: NoteScreen.Stop
    var lines: Range<Int>
    var isRight: Bool
  }

  /// How many lines there are to scroll through.
  var height: Int { max(left.count, right.count) }
}

/// A line of a note that its giver writes.
enum NotePart: Sendable, Hashable {
  case feel
  /// Something to watch, by its place; nil for a new one.
  case watch(Int?)
  /// Something asked; nil for a new one.
  case ask(EntityID?)

  /// A stable name, for keeping drafts.
  var name: String {
    switch self {
    case .feel: "feel"
    case .watch(let place): "watch " + (place.map(String.init) ?? "new")
    case .ask(let id): "ask " + (id?.description ?? "new")
    }
  }

  /// The words before the line it is written in.
  var label: String {
    switch self {
    case .feel: "How it felt"
    case .watch: "Watch"
    case .ask: "Ask"
    }
  }

  /// What stands in the line while it is empty.
  var placeholder: String {
    switch self {
    case .feel: "the shift in a line"
    case .watch: "what | until Fri 12:00 | when to escalate"
    case .ask: "what is to be done"
    }
  }
}
