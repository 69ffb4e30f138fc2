internal import Canvas
internal import Console
internal import Domain
internal import Screens
internal import Storage

/// The running screen: the only place where its state changes and its wishes are carried out.
///
/// One loop on the main thread: sleep until something happens or falls due, tell
/// the state, carry out what it asks for, draw once, and sleep again. Nothing
/// polls; an idle program with nothing due makes no system call.
@MainActor
final class Program {
  let terminal: Terminal
  let store: Store
  let themes: ThemeShelf
  let mailbox = Mailbox()
  let pages: BackgroundReader
  let counts: BackgroundReader
  let totals: BackgroundReader
  let watches: BackgroundReader
  let services: BackgroundReader
  let log: LogKeeper
  let drafts: BackgroundReader
  let touched: BackgroundReader
  /// Rings when another window has changed the file.
  let bell: Int32?
  var state: AppState
  var theme: Theme
  /// The person who acts; nil when nobody said, or nobody of that name is here.
  var author: EntityID?
  /// The signal that asked the program to end.
  var lastSignal: Int32?
  var hasQuit = false
  /// A change that goes on in the background, and what it is for.
  var largeChange: LargeChange?
  var largeEffect: Effect?
  /// What is to be written once the large change is done.
  var waitingDrafts: [(Store, EntityID?) throws(StoreError) -> Void] = []
  private var indexing: TextIndexing?
  /// Until the first frame is on the screen.
  private(set) var isOpening = true
  private var grid: Grid

  init(
    _ terminal: Terminal, _ store: Store, _ themes: ThemeShelf, state: AppState, theme: Theme,
    author: EntityID?
  ) {
    self.terminal = terminal
    self.store = store
    self.themes = themes
    self.state = state
    self.theme = theme
    self.author = author
    pages = BackgroundReader(store, "pages", mailbox)
    counts = BackgroundReader(store, "counts", mailbox)
    totals = BackgroundReader(store, "totals", mailbox)
    watches = BackgroundReader(store, "watches", mailbox)
    services = BackgroundReader(store, "services", mailbox)
    log = LogKeeper(store)
    drafts = BackgroundReader(store, "drafts", mailbox)
    touched = BackgroundReader(store, "touched", mailbox)
    bell = Doorbell.listen(beside: store.path)
    grid = Grid(size: terminal.size)
  }

  /// Runs until somebody leaves, or a signal or the terminal's end says so.
  func run() {
    tell(.opened(at: store.environment.now()))
    show()
    isOpening = false
    indexing = TextIndexing(store, mailbox)
    runDeferred()
    show()
    while !hasQuit {
      let events = terminal.wait(
        on: [mailbox.descriptor] + (bell.map { [$0] } ?? []), timeout: patience)
      if events.isEmpty { tell(.woke) }
      for event in events {
        take(event)
        if hasQuit { break }
      }
      if !hasQuit { show() }
      // Rows that are not in sight yet are read once the frame is out of the way.
      runDeferred()
    }
    endAtOnce()
  }

  /// Ends what goes on in the background; drafts that waited for a large change are written.
  private func endAtOnce() {
    if let largeChange {
      largeChange.stopAndWait()
      for message in mailbox.collect() { tell(message) }
    }
    indexing?.stop()
  }

  /// How many milliseconds nothing need be drawn anew; nil for ever.
  private var patience: Int? {
    state.wakesAt.map { moment in
      max(1, Int(moment.milliseconds - store.environment.now().milliseconds))
    }
  }

  /// What may wait until the frame at hand is on the screen.
  private var deferred: [Effect] = []

  private func runDeferred() {
    let effects = deferred
    deferred = []
    for effect in effects { perform(effect) }
  }

  private func take(_ event: TerminalEvent) {
    switch event {
    case .input(.resize): tell(.resized(terminal.size))
    case .input(let input): tell(.input(input, at: store.environment.now()))
    case .stop: perform(.suspend)
    case .end(let signal):
      lastSignal = signal
      hasQuit = true
    case .gone: hasQuit = true
    case .ready(let descriptor):
      if descriptor == mailbox.descriptor {
        for message in mailbox.collect() { tell(message) }
      } else {
        Doorbell.drain(descriptor)
        tell(.changedElsewhere)
      }
    }
  }

  /// Tells the state what happened and carries out what it asks for.
  func tell(_ message: Message) {
    if case .changeEnded(let end) = message { endLargeChange(end) }
    for effect in update(&state, message, at: store.environment.now()) {
      if effect.isAhead || isOpening && effect.canWait {
        deferred.append(effect)
      } else {
        perform(effect)
      }
    }
  }

  /// Draws what the state shows; only what differs reaches the terminal.
  private func show() {
    if grid.size != terminal.size { grid = Grid(size: terminal.size) }
    if state.size != terminal.size { tell(.resized(terminal.size)) }
    draw(state, into: &grid)
    terminal.flush(grid, theme)
  }
}

extension Effect {
  /// Whether the first frame is whole without it.
  fileprivate var canWait: Bool {
    switch self {
    case .loadVocabulary, .loadWatch, .countViews, .count, .setTitle: true
    default: isAhead
    }
  }

  /// Whether it reads rows that nobody sees yet.
  fileprivate var isAhead: Bool {
    if case .loadPage(_, _, isAhead: true) = self { true } else { false }
  }
}
