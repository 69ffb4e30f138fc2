internal import Domain

extension ScheduleReader {
  /// An instant: with `Z` or an offset, or a local time of a zone.
  ///
  /// A local time that clocks skip or repeat is refused, and both instants are offered.
  func instant(_ field: ScheduleField, in zone: Zone) throws(ScheduleFault) -> Instant {
    let kind = "a time such as 2026-02-01T14:00Z, or without the Z in \(zone.name)"
    let text = try field.text(kind)
    if let local = LocalTime(text) {
      do throws(UnclearTime) {
        return try zone.instant(typed: local)
      } catch {
        throw field.fault(error.description)
      }
    }
    guard let instant = Instant(exact: text) else {
      throw field.fault("'\(text.shown)' is no time; write \(kind)")
    }
    return instant
  }

  /// An instant where there is one.
  func instantIfAny(_ field: ScheduleField?, in zone: Zone) throws(ScheduleFault) -> Instant? {
    guard let field else { return nil }
    return try instant(field, in: zone)
  }

  /// A period from `from` to `to`, which must be later.
  func period(_ fields: ScheduleFields, in zone: Zone) throws(ScheduleFault) -> Period {
    let kind = "a time such as 2026-02-01T14:00Z"
    let from = try fields.required("from", kind)
    let to = try fields.required("to", kind)
    let period = Period(try instant(from, in: zone), try instant(to, in: zone))
    guard !period.isEmpty else {
      throw to.fault(
        "it ends before it begins: \(period.end.iso8601) is not after \(period.start.iso8601); "
          + "move one of the two")
    }
    return period
  }

  /// A reading of the clock in a zone named elsewhere.
  func localTime(_ field: ScheduleField) throws(ScheduleFault) -> LocalTime {
    let kind = "a local time such as 2026-01-05T09:00"
    let text = try field.text(kind)
    if let local = LocalTime(text) { return local }
    let isExact = Instant(exact: text) != nil
    throw field.fault(
      isExact
        ? "'\(text.shown)' has an offset; write \(kind), whose zone is the rotation's"
        : "'\(text.shown)' is no local time; write \(kind)")
  }

  /// A time of day.
  func timeOfDay(_ field: ScheduleField) throws(ScheduleFault) -> TimeOfDay {
    let kind = "a time of day such as \"09:00\""
    let text = try field.text(kind)
    guard let time = TimeOfDay(text) else {
      let midnight = text == "24:00" ? " (24:00 is written \"00:00\")" : ""
      throw field.fault("'\(text.shown)' is no time of day; write one such as \"09:00\"\(midnight)")
    }
    return time
  }

  /// Days of the week, such as `[MO, TU]`.
  func weekdays(_ field: ScheduleField) throws(ScheduleFault) -> Weekdays {
    var days: [Weekday] = []
    for item in field.itemsOrOne { days.append(try weekday(item)) }
    return Weekdays(days)
  }

  /// A day of the week, such as `MO`.
  func weekday(_ field: ScheduleField) throws(ScheduleFault) -> Weekday {
    let allowed = "write MO, TU, WE, TH, FR, SA or SU"
    let text = try field.text("MO, TU, WE, TH, FR, SA or SU")
    guard let day = Weekday(name: text) else {
      throw field.fault("'\(text.shown)' is no day of the week; \(allowed)")
    }
    return day
  }

  /// The windows of a layer or a target, one or a list, which together are its hours.
  func windows(_ field: ScheduleField?, in zone: Zone) throws(ScheduleFault) -> [Window] {
    var windows: [Window] = []
    for item in field?.itemsOrOne ?? [] {
      windows.append(try window(item, in: zone))
    }
    return windows
  }

  private func window(_ item: ScheduleField, in zone: Zone) throws(ScheduleFault) -> Window {
    let fields = try ScheduleFields(
      item, of: "a window", named: ["weekdays", "start", "end", "zone"])
    let zone = try fields["zone"].map(self.zone) ?? zone
    return Window(
      weekdays: try fields["weekdays"].map(weekdays) ?? .everyDay,
      start: try timeOfDay(try fields.required("start", "a time of day such as \"09:00\"")),
      end: try timeOfDay(try fields.required("end", "a time of day such as \"18:00\"")),
      zone: zone.name)
  }
}

extension Instant {
  /// An instant with `Z` or an offset; nil without, for then it would be local to some zone.
  init?(exact text: String) {
    let clock = text.utf8.drop { $0 != 0x54 && $0 != 0x74 && $0 != 0x20 }
    guard clock.contains(where: { [0x5A, 0x7A, 0x2B, 0x2D].contains($0) }),
      let instant = Instant(iso8601: text)
    else { return nil }
    self = instant
  }
}
