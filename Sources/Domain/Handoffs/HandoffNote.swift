/// What the person going off duty knows: facts that were gathered, and what only they can add.
public struct HandoffNote: Sendable, Equatable, Codable {
  /// The change of shifts it is about.
  public var change: Handoff.ShiftChange
  /// Who goes off duty.
  public var giver: EntityID
  /// Who comes on duty.
  public var receiver: EntityID
  /// What the machine found.
  public var facts: HandoffFacts
  /// How the shift felt, one line; empty for nothing.
  public var feel: String
  /// What the next person should keep an eye on.
  public var watch: [Watch]
  /// What the next person is asked to do, those left over from before first.
  public var asks: [Ask]

  /// A note.
  public init(
    change: Handoff.ShiftChange, giver: EntityID, receiver: EntityID, facts: HandoffFacts,
    feel: String = "", watch: [Watch] = [], asks: [Ask] = []
  ) {
    self.change = change
    self.giver = giver
    self.receiver = receiver
    self.facts = facts
    self.feel = feel
    self.watch = watch
    self.asks = asks
  }

  /// Something to keep an eye on.
  public struct Watch: Sendable, Equatable, Codable {
    /// What it is, one line.
    public var what: String
    /// Until when it matters; nil for the whole shift.
    public var until: Instant?
    /// When it stops being something to watch, in words: `above 10k messages`; empty for never.
    public var escalateWhen: String

    /// Something to watch.
    public init(_ what: String, until: Instant? = nil, escalateWhen: String = "") {
      self.what = what
      self.until = until
      self.escalateWhen = escalateWhen
    }
  }

  /// Something the next person is asked to do.
  public struct Ask: Sendable, Equatable, Codable {
    /// The permanent id, through all the notes it is passed on in.
    public var id: EntityID
    /// What is asked, one line.
    public var text: String
    /// When it was first asked, for one that was passed on; nil for a new one.
    public var since: Instant?

    /// An ask.
    public init(id: EntityID, _ text: String, since: Instant? = nil) {
      self.id = id
      self.text = text
      self.since = since
    }
  }
}

extension HandoffNote {
  /// What the receiver accepts one by one: every open page, then every ask.
  public var items: [Handoff.Item] {
    facts.openPages.map { Handoff.Item(id: $0.id, kind: .page, text: $0.summary) }
      + asks.map { Handoff.Item(id: $0.id, kind: .ask, text: $0.text) }
  }

  /// Whether there is nothing to tell: such a note is two lines, as proof that it was quiet.
  public var isQuiet: Bool {
    facts.isQuiet && feel.trimmed.isEmpty && watch.isEmpty && asks.isEmpty
  }
}
