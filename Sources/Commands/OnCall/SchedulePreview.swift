internal import Domain

/// Who is or would be on call over a period: by a schedule file, or in a workspace.
struct SchedulePreview {
  let file: ScheduleFile
  let resolver: Resolver
  let timeline: Timeline
  /// When somebody has to be on call; always when there are none.
  let target: [Openings]
  /// The handle of a person.
  let name: (EntityID) -> String
  /// How people find an override: its place in the file, or its id.
  let place: (EntityID) -> String

  /// A stretch with people, cut to the period.
  struct Interval: Equatable {
    var period: Period
    /// In slot order.
    var people: [String]
    /// Of the first person; nil where only an override or a fixed plan puts them on call.
    var layer: String?
    var turn: Int?
    /// The place of the override in the file, `overrides[0]`, or its id where the file has one.
    var override: String?
  }

  /// A moment at which others take over.
  struct Handoff: Equatable {
    var at: Instant
    /// Who goes.
    var from: [String]
    /// Who comes.
    var to: [String]
    /// Of the first person after it.
    var layer: String?
    var turn: Int?
  }

  /// The preview of a file over a period; throws when the catalogue lacks one of its zones.
  init(
    _ file: ScheduleFile, in period: Period, zones: ZoneCatalog, book: HandleBook
  ) throws(ZoneError) {
    try self.init(
      file, try Resolver(file.schedule, zones: zones), in: period, zones: zones,
      name: { book.handle(of: $0) ?? "somebody" },
      place: { id in
        guard case .override(let index) = book.part(of: id) else { return id.description }
        return "overrides[\(index)]"
      })
  }

  /// What a resolver says of a period; throws when the catalogue lacks a zone of the target.
  init(
    _ file: ScheduleFile, _ resolver: Resolver, in period: Period, zones: ZoneCatalog,
    name: @escaping (EntityID) -> String, place: @escaping (EntityID) -> String
  ) throws(ZoneError) {
    self.file = file
    self.resolver = resolver
    self.name = name
    self.place = place
    var target: [Openings] = []
    for window in file.schedule.target { target.append(try Openings(window, zones: zones)) }
    self.target = target
    timeline = resolver.timeline(in: period)
  }

  /// The stretches with people, in order; neighbours differ in a person, a turn or an override.
  var intervals: [Interval] {
    var intervals: [Interval] = []
    var last: [Holder] = []
    for stretch in timeline.stretches {
      if let index = intervals.indices.last, last == stretch.holders,
        intervals[index].period.end == stretch.period.start
      {
        // Only who learns has changed.
        intervals[index].period.end = stretch.period.end
        continue
      }
      last = stretch.holders
      guard let first = stretch.holders.first else { continue }
      intervals.append(
        Interval(
          period: stretch.period, people: stretch.holders.map { name($0.person) },
          layer: layer(first.reason, at: stretch.period.start),
          turn: first.reason.turn?.index, override: first.reason.override.map(place)))
    }
    return intervals
  }

  /// When nobody is on call.
  var gaps: [Period] { timeline.gaps.map(\.period) }

  /// The handoffs within the period.
  var handoffs: [Handoff] {
    timeline.handoffs.map { handoff in
      let first = timeline.stretch(at: handoff.at)?.holders.first
      return Handoff(
        at: handoff.at, from: handoff.outgoing.map(name), to: handoff.incoming.map(name),
        layer: first.flatMap { layer($0.reason, at: handoff.at) },
        turn: first?.reason.turn?.index)
    }
  }

  /// The name of the layer that puts somebody on call.
  func layer(_ reason: Reason, at instant: Instant) -> String? {
    guard case .layer(let id) = reason.source else { return nil }
    return file.schedule.version(at: instant)?.layers.first { $0.id == id }?.name
  }
}
