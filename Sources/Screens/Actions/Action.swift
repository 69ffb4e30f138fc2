/// Something a key can do, declared once.
///
/// The keymap, the palette, the hints at the bottom, the README's table and
/// `data/keys.yaml` all come from the table in `Action+Table.swift`.
public struct Action: Sendable, Equatable {
  /// Which part of the help it stands in.
  public enum Group: String, Sendable, CaseIterable {
    case moving = "Moving"
    case looking = "Looking"
    case marking = "Marking"
    case changing = "Changing issues"
    case tabs = "Tabs"
    case watching = "Watches"
    case program = "Program"
  }

  /// Its stable name.
  public let id: ActionID
  /// Where the help shows it.
  public let group: Group
  /// What it does, as people call it: `Close`.
  public let name: String
  /// One line for the help.
  public let help: String
  /// The keys it has unless somebody says otherwise; a chord has blanks: `g g`.
  public let keys: [String]
  /// The screens where its keys work.
  public let places: Set<Place>
  /// The same from the shell, `KEY` standing for the issue; nil when there is no such thing.
  public let command: String?
  /// One word for the hints at the bottom; nil keeps it out of them.
  public let hint: String?

  init(
    _ id: ActionID, _ group: Group, _ name: String, _ help: String, keys: [String],
    in places: Set<Place> = Place.issues, command: String? = nil, hint: String? = nil
  ) {
    self.id = id
    self.group = group
    self.name = name
    self.help = help
    self.keys = keys
    self.places = places
    self.command = command
    self.hint = hint
  }

  /// The action with an id.
  public static func named(_ id: ActionID) -> Action { byID[id] ?? table[0] }

  private static let byID = Dictionary(table.map { ($0.id, $0) }) { first, _ in first }
}

/// A screen that reads keys as actions.
public enum Place: String, Sendable, CaseIterable {
  case list, detail
  case inbox
  case onCall = "on-call"
  case pages, status, services
  /// An update being written, over the whole screen.
  case compose
  /// The note of a shift, over the whole screen.
  case note

  /// Where issues are.
  static let issues: Set<Place> = [.list, .detail]
  /// The tabs that are a list read from the watch bill.
  static let watches: Set<Place> = [.inbox, .onCall, .pages, .status, .services]
  /// Everywhere.
  static let all = Set(allCases)
}

/// The stable name of an action, as `keys.yaml` has it.
public enum ActionID: String, Sendable, CaseIterable, Hashable {
  case down, up, top, bottom
  case halfDown = "half-page-down", halfUp = "half-page-up"
  case pageDown = "page-down", pageUp = "page-up"
  case nextView = "next-view", previousView = "previous-view", numberedView = "numbered-view"
  case pageOn = "page-on", open, back, nextIssue = "next-issue", previousIssue = "previous-issue"
  case filter, find, findNext = "find-next", findPrevious = "find-previous"
  case preview, previewDown = "preview-down", previewUp = "preview-up"
  case mark, markAll = "mark-all", saveView = "save-view", removeView = "remove-view"
  case new, close, drop, reopen, status, priority, label, assign, take, own, watch
  case retitle, comment, commentInEditor = "comment-in-editor", editBody = "edit-body"
  case undo, redo, copyKey = "copy-key", copyLink = "copy-link"
  case palette, go, redraw, suspend, quit
  case inbox, issues, onCall = "on-call", pages, updates, services
  case nextTab = "next-tab", previousTab = "previous-tab"
  case accept, decline, itemDone = "done", itemUnread = "unread"
  case laterShift = "later-shift", earlierShift = "earlier-shift"
  case laterSpan = "later-span", earlierSpan = "earlier-span", backToNow = "back-to-now"
  case zoomIn = "zoom-in", zoomOut = "zoom-out"
  case override, cover, takeShift = "take-shift", giveShift = "give-shift"
  case swapShift = "swap-shift", endChange = "end-change", absence, roster
  case compose = "write-update", dayBefore = "day-before", dayAfter = "day-after"
  case clearBlocker = "clear-blocker", copyText = "copy-text", post
  case editLine = "edit-line", addLine = "add-line", removeLine = "remove-line"
  case editUpdate = "edit-update", note = "handoff-note", takeItem = "take-item"
  case takeNote = "accept-note", offerNote = "offer-note", feel = "note-feel"
  case noteWatch = "note-watch", noteAsk = "note-ask"
  case ack, resolve, snooze, extend, escalate, release, trigger
  case offer, withdraw, findService = "find-service", handOver = "hand-over"
}
