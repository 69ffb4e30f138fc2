/// The events of a calendar that somebody else keeps: a layer that is only read.
public struct ImportedCalendar: Sendable, Equatable, Codable {
  /// The events in the order of the file.
  public var events: [Event]

  /// One event, or one repeating event, or the replacement of one occurrence.
  public struct Event: Sendable, Hashable, Codable {
    /// What ties replacements to their event; may be empty.
    public var uid: String
    /// The title, escapes undone.
    public var summary: String
    /// The e-mail addresses of who attends.
    public var emails: [String]
    /// When it starts, or the first of it does.
    public var start: CalendarTime
    /// How long it lasts on the clock, in seconds; the same for every occurrence.
    public var duration: Int64
    /// How it repeats; nil for once.
    public var rule: RecurrenceRule?
    /// Occurrences that are left out.
    public var exceptions: [CalendarTime]
    /// The occurrence of the event with the same uid that this one replaces.
    public var replaces: CalendarTime?
    /// Whether it was called off.
    public var isCancelled: Bool
    /// Who is on call; nobody until `matched(to:)` or when nobody matches.
    public var people: [EntityID]
    /// The line of the file on which it begins.
    public var line: Int

    /// The longest event in seconds: 366 days.
    public static let longest: Int64 = 366 * 86_400
  }

  /// A calendar of these events.
  public init(events: [Event] = []) {
    self.events = events
  }

  var zoneNames: Set<String> {
    var names: Set<String> = []
    for event in events {
      names.insert(event.start.zone)
      names.formUnion(event.exceptions.map(\.zone))
      if let zone = event.replaces?.zone { names.insert(zone) }
      if let zone = event.rule?.until?.zone { names.insert(zone) }
    }
    return names
  }

  /// The calendar with its people found among those of the workspace.
  ///
  /// By the address of who attends, else by the title, which may name several
  /// between commas: handle or e-mail, whatever the case, with or without an
  /// `@` in front. Who is found nowhere leaves an empty shift.
  public func matched(to people: [Person]) -> ImportedCalendar {
    var byName: [String: EntityID] = [:]
    for person in people {
      byName[person.handle.lowercased()] = person.id
      if let email = person.email { byName[email.lowercased()] = person.id }
    }
    var calendar = self
    for index in calendar.events.indices {
      let event = calendar.events[index]
      let invited = event.emails.compactMap { byName[$0.lowercased()] }
      calendar.events[index].people =
        invited.isEmpty
        ? event.titleNames.compactMap { byName[$0] } : invited
    }
    return calendar
  }

  /// The titles of events for whom nobody was found, each once, with the first line.
  public var unmatched: [(title: String, line: Int)] {
    var seen: Set<String> = []
    return events.filter {
      $0.people.isEmpty && !$0.isCancelled && seen.insert($0.summary).inserted
    }
    .map { ($0.summary, $0.line) }
  }
}

extension ImportedCalendar.Event {
  fileprivate var titleNames: [String] {
    summary.split(separator: ",").map { part in
      var name = part.drop { $0 == " " || $0 == "@" }
      while name.last == " " { name.removeLast() }
      return name.lowercased()
    }
  }
}
