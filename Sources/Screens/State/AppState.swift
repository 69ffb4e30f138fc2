public import Canvas
public import Domain

/// Everything the screen knows.
public struct AppState: Sendable, Equatable {
  /// The window; set by `Message.resized`.
  public internal(set) var size: Size
  /// The moment of the last message; ages are counted from it.
  public internal(set) var now: Instant
  /// The signs to draw with.
  public var glyphs: Glyphs
  /// Which keys do what.
  public var keymap: Keymap
  /// The workspace's name, at the top left.
  public var workspace: String
  /// The handle of who acts; nil when nobody said.
  public var me: String?
  /// The themes there are, by name.
  public var themes: [String]
  /// The theme in use.
  public var theme: String
  /// Where the preview stands; what is chosen is remembered by `Effect.keepPreview`.
  public var previewPlace: PreviewPlace = .automatic

  /// The tab in sight.
  var tab = Tab.issues
  /// Who stands which watch; nil until it is read.
  var bill: WatchBill?
  /// Rises with every bill taken in.
  var billRevision = 0
  /// What concerns me among issues, beside what the bill says.
  var inboxFacts: [InboxFact] = []
  /// My inbox, as it stands.
  var inbox: [InboxItem] = []
  /// Who is on call for my team.
  var pager: Pager?
  /// When inbox, pager and alert were worked out.
  var pagerBasis: PagerBasis?
  /// The first moment ahead at which the bill is another by itself.
  var nextEvent: Instant?
  /// The pages that ring for me; nil until the bill is read.
  var ringingPages: Set<EntityID>?
  /// The page of mine that is due next.
  var alert: PageAlert?
  /// How many open issues services have.
  var serviceCounts: [EntityID: CappedCount] = [:]
  /// What the services in sight are narrowed to; empty shows them all.
  var serviceFilter = ""
  /// Who is on call on each schedule whose zone data are here, for the services; and what that was
  /// made from.
  var serviceDuties: [EntityID: OnCallTail.Schedule] = [:]
  var serviceDutyBasis: PagerBasis?
  var tabLists: [Tab: TabList] = [:]
  /// Where the on-call tab stands.
  var rota = Rota()
  /// How many askings before the last one the digests in sight are of.
  var statusBack = 0
  /// What my updates can be filled with, by prompt.
  var updateDrafts: [EntityID: [Update.Answer]] = [:]
  /// For which bill these were asked for.
  var draftsRevision = 0
  /// The update being written over the whole screen.
  var compose: ComposeScreen?
  /// The note of a shift over the whole screen.
  var note: NoteScreen?
  /// Whether what is told of a row stands over the whole screen.
  var isPaperWhole = false
  var tabBasis: TabBasis?
  var paperBasis: TabBasis?
  /// A row to put the cursor of a tab on when its rows are made.
  var wantedRow: TabRow.Subject?
  /// A service that is being paged, to put the cursor on its new page.
  var pagedService: EntityID?
  var sections: [Section]
  /// Whether the counts of the views are on their way: those here may be out of date.
  var isCountingViews = false
  var current = 0
  var preview = Reader()
  /// The issue over the whole screen; nil in the list.
  var detail: DetailScreen?
  /// What stands over the screen and gets the keys first.
  var overlay: Overlay?
  /// Keys pressed that may become a chord, and the count before them.
  var strokes: [Key] = []
  var repetitions: Int?
  var status = StatusLine()
  var progress: Progress?
  /// How far a large change has come; nil when none goes on.
  var changing: Progress?
  /// The names of the workspace; nil until they are read.
  var vocabulary: Vocabulary?
  var words = WorkspaceWords()
  /// Drafts somebody walked away from: asked about before quitting.
  var keptDrafts: Set<DraftSubject> = []
  var isQuitAsked = false
  /// What is being written in the editor.
  var editing: EditorWish?
  /// Text on its way into the store: its draft goes once it is there.
  var sending: DraftSubject?
  /// Whether an undo or a redo is on its way, whose issues the cursor goes to.
  var isReplaying = false
  /// Whether the marked issues are being changed: their marks go when that is done.
  var isChangingMarked = false
  /// Issues just made or brought back, to put the cursor on when the list is read again.
  var wantedIssues: [EntityID] = []
  /// Whether the one wanted issue is offered where the list does not show it.
  var isOfferingWanted = false
  /// The name of a view just saved, to go to when it appears.
  var savedView: String?
  /// Whether an issue was asked for by its key and is to be opened when it comes.
  var isGoing = false
  /// Counts the reads asked for, so that late answers are known as such.
  var generation = 0

  /// The screen before anything is read.
  public init(
    size: Size, now: Instant, workspace: String, me: String? = nil, glyphs: Glyphs = .unicode,
    keymap: Keymap = .standard, themes: [String] = [], theme: String = ""
  ) {
    self.size = size
    self.now = now
    self.workspace = workspace
    self.me = me
    self.glyphs = glyphs
    self.keymap = keymap
    self.themes = themes
    self.theme = theme
    sections = Section.standard
  }

  /// The list in sight.
  var list: IssueList {
    get { sections[current].list }
    _modify { yield &sections[current].list }
  }

  /// The screen that reads keys when nothing stands over it.
  var place: Place {
    if compose != nil { return .compose }
    if note != nil { return .note }
    return detail == nil ? tab.place : .detail
  }

  /// A number no read had before.
  mutating func nextGeneration() -> Int {
    generation += 1
    return generation
  }
}

/// Where the preview stands.
public enum PreviewPlace: String, Sendable, CaseIterable {
  /// Beside the list when wide, below it when high, else away.
  case automatic
  case beside, below, hidden
}

/// What can stand over the screen.
enum Overlay: Sendable, Equatable {
  case filter(FilterBar)
  case prompt(Question)
  case picker(Picker)
  case palette(Palette)
  case roster(RosterSheet)
  /// A line of the update being written.
  case line(LineEditor)
}

/// The line at the bottom that says what happened.
struct StatusLine: Sendable, Equatable {
  enum Kind: Sendable, Equatable {
    case hint, done, error
  }

  var text = ""
  var kind = Kind.hint
  /// Whether `u` takes it back.
  var isUndoable = false
  /// The action that takes it back.
  var back = ActionID.undo
  /// An issue that the next key may open, because the list does not show it.
  var offer: Offer?

  struct Offer: Sendable, Equatable {
    var issue: EntityID
    /// Whether a list is in sight that does not show it.
    var isMissing: Bool
  }
}
