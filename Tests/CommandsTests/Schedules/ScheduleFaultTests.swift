import Domain
import Support
import Testing

@testable import Commands

/// What is wrong in a schedule file: the place, the field and what is allowed, in one line.
@Suite struct ScheduleFaultTests {
  private static let head = "schedule: s\nzone: Europe/Copenhagen\n"

  private func fault(_ text: String) -> String? { ScheduleFixture.fault(text) }

  /// What is wrong with a rotation of these fields; it begins in line 4, column 3.
  private func rotation(_ fields: String) -> String? {
    fault(
      Self.head + "layers:\n- {name: l, rotation: {anchor: 2026-01-05T09:00,\n  \(fields)\n  }}")
  }

  private func override(_ fields: String) -> String? {
    fault(
      Self.head + "layers: []\noverrides:\n- {from: 2026-02-01T14:00Z, to: 2026-02-02T14:00Z,\n"
        + "   \(fields)}")
  }

  @Test(arguments: [
    ("zone: UTC", "1:1: schedule: is missing; write its handle, such as api-primary"),
    ("schedule:\nzone: UTC", "1:10: schedule: is empty; write its handle, such as api-primary"),
    (
      "schedule: a b\nzone: UTC",
      "1:11: schedule: 'a b' is no handle; write one word without commas or colons"
    ),
    ("schedule: s", "1:1: zone: is missing; write an IANA name such as Europe/Copenhagen"),
    (
      "schedule: s\nzone: [UTC]",
      "2:7: zone: is a list; write an IANA name such as Europe/Copenhagen"
    ),
    (
      "schedule: s\nzone: Europe/Kopenhagen",
      "2:7: zone: there is no time zone \"Europe/Kopenhagen\"; did you mean Europe/Copenhagen?"
    ),
    (
      "schedule: s\nzone: Copenhagen",
      "2:7: zone: there is no time zone \"Copenhagen\"; did you mean Europe/Copenhagen?"
    ),
    (
      "schedule: s\nzone: ../../etc/passwd",
      "2:7: zone: there is no time zone \"../../etc/passwd\"; write an IANA name such as "
        + "Europe/Copenhagen"
    ),
    ("schedule: s\nzone: UTC", "1:1: layers: is missing; write a list of layers, or 'versions'"),
    (
      "schedule: s\nzone: UTC\nlayres: []",
      "3:1: layres: is no field of a schedule; did you mean layers?"
    ),
    (
      "schedule: s\nzone: UTC\nqueue: []",
      "3:1: queue: is no field of a schedule; the fields are schedule, name, role, team, zone, "
        + "combine, target, layers, versions, overrides, absences, fixed_plans"
    ),
    (
      "schedule: s\nzone: UTC\nlayers: []\nversions: []",
      "3:9: layers: stands beside 'versions'; keep one of the two"
    ),
    (
      "schedule: s\nzone: UTC\nlayers: []\ncombine: onion",
      "4:10: combine: 'onion' is not allowed; did you mean union?"
    ),
    ("schedule: s\nzone: UTC\nlayers: x", "3:9: layers: is a text; write a list of layers"),
    (
      "schedule: s\nzone: UTC\nversions: [{layers: []}, {layers: []}]",
      "3:26: versions: two versions begin at the same time; keep one of them"
    ),
  ])
  func `a schedule says what is wrong with itself`(_ text: String, _ said: String) {
    #expect(fault(text) == said)
  }

  @Test(arguments: [
    ("{people: [ana]}", "4:3: name: is missing; write what people call the layer"),
    (
      "{name: a}",
      "4:3: layers: the layer has nobody; write 'rotation', 'people' (always on) or 'shifts'"
    ),
    (
      "{name: a, people: [ana], shifts: []}",
      "4:36: shifts: stands beside 'people'; a layer has one of the two"
    ),
    ("{name: a, people: []}", "4:21: people: names nobody; name at least one person"),
    ("{name: a, people: [ana, ANA]}", "4:27: people: names somebody twice; name each person once"),
    (
      "{name: a, people: [a:b]}",
      "4:22: people: 'a:b' is no handle; write one word without commas or colons"
    ),
    (
      "{name: a, people: [ana], priority: high}",
      "4:38: priority: 'high' is not allowed; write a whole number from -1000000 to 1000000"
    ),
    (
      "{name: a, people: [ana], shadow: yes}",
      "4:36: shadow: 'yes' is not allowed; write true or false"
    ),
    (
      "{name: a, people: [ana], window: {start: 9, end: \"18:00\"}}",
      "4:44: start: '9' is no time of day; write one such as \"09:00\""
    ),
    (
      "{name: a, people: [ana], window: {start: \"09:00\", end: \"24:00\"}}",
      "4:58: end: '24:00' is no time of day; write one such as \"09:00\" (24:00 is written \"00:00\")"
    ),
    (
      "{name: a, people: [ana], window: {end: \"18:00\"}}",
      "4:36: start: is missing; write a time of day such as \"09:00\""
    ),
    (
      "{name: a, people: [ana], window: {weekdays: [MO, XX], start: \"09:00\", end: \"18:00\"}}",
      "4:52: weekdays: 'XX' is no day of the week; write MO, TU, WE, TH, FR, SA or SU"
    ),
    (
      "{name: a, people: [ana], window: {start: \"09:00\", end: \"18:00\"}, windows: []}",
      "4:36: window: stands beside 'windows'; keep one of the two"
    ),
    (
      "{name: a, shifts: [{people: [], from: 2026-01-01T00:00Z, to: 2026-01-02T00:00Z}]}",
      "4:31: people: names nobody; name at least one person"
    ),
    (
      "{name: a, id: 7, people: [ana]}", "4:17: id: '7' is no id; leave it out for what is new"
    ),
    (
      "{name: a, people: [ana]}\n- {name: a, people: [ben]}",
      "5:3: layers: there are two layers \"a\"; give one of them another name"
    ),
    (
      "nobody",
      "4:3: layers: is a text; write a layer with the fields id, name, priority, shadow, window, "
        + "windows, rotation, people, shifts, calendar"
    ),
  ])
  func `a layer says what is wrong with it`(_ layer: String, _ said: String) {
    #expect(fault(Self.head + "layers:\n- \(layer)") == said)
  }

  @Test(arguments: [
    ("participants: [ana]", "4:23: unit: is missing; write hour, day, week or month"),
    ("unit: weeks, participants: [ana]", "5:9: unit: 'weeks' is not allowed; did you mean week?"),
    (
      "unit: fortnight, participants: [ana]",
      "5:9: unit: 'fortnight' is not allowed; write hour, day, week or month"
    ),
    ("unit: day", "4:23: participants: is missing; write a list of people"),
    (
      "unit: day, participants: []",
      "5:28: participants: the rotation has nobody in it; name at least one person"
    ),
    (
      "unit: day, participants: [ana, []]",
      "5:28: participants: slot 2 of the rotation is empty; name a person or drop it"
    ),
    ("unit: day, participants: ana", "5:28: participants: is a text; write a list of people"),
    (
      "unit: day, length: 0, participants: [ana]",
      "5:22: length: '0' is not allowed; write a whole number from 1 to 10000"
    ),
    (
      "unit: day, participants: [ana], duration: 8h",
      "5:45: duration: '8h' is no duration; write one such as PT8H, PT30M, P1DT12H or P2W"
    ),
    (
      "unit: day, participants: [ana], duration: P900D",
      "5:45: duration: a shift cannot last 77760000 seconds; leave the duration out for the whole "
        + "turn"
    ),
    (
      "unit: day, participants: [ana], weekdays: []",
      "5:45: weekdays: no day is enabled, so there would never be a shift; name at least one day"
    ),
    (
      "unit: day, participants: [ana], month_days: [1, 32]",
      "5:51: month_days: '32' is not allowed; write a whole number from 1 to 31"
    ),
    (
      "unit: day, participants: [ana], turn_starts_on: MO",
      "5:51: turn_starts_on: only a rotation of weeks can change on a fixed weekday"
    ),
    (
      "unit: week, participants: [ana], turn_starts_on: 3",
      "5:52: turn_starts_on: only a rotation of months can change on a fixed day of the month"
    ),
    (
      "unit: month, participants: [ana], turn_starts_on: 32",
      "5:53: turn_starts_on: '32' is not allowed; write a day of the week such as MO, or of the "
        + "month from 1 to 31"
    ),
    (
      "unit: day, participants: [ana], advance: active_days",
      "5:44: advance: only a rotation of days with weekdays can count active days; use calendar days"
    ),
    (
      "unit: day, participants: [ana], mode: elapsed",
      "5:41: mode: only a rotation of hours can count elapsed time; use the wall clock"
    ),
    (
      "unit: day, participants: [ana], effective_from: 2026-01-02T00:00, until: 2026-01-01T00:00",
      "5:76: until: the rotation ends before it takes effect; move one of the two times"
    ),
    (
      "unit: day, participants: [ana], zone: Mars/Base",
      "5:41: zone: there is no time zone \"Mars/Base\"; write an IANA name such as Europe/Copenhagen"
    ),
    (
      "unit: day, particpants: [ana]",
      "5:14: particpants: is no field of a rotation; did you mean participants?"
    ),
  ])
  func `a rotation says what is wrong with it`(_ fields: String, _ said: String) {
    #expect(rotation(fields) == said)
  }

  @Test(arguments: [
    (
      "2026-01-05T09:00Z",
      "'2026-01-05T09:00Z' has an offset; write a local time such as 2026-01-05T09:00, whose zone "
        + "is the rotation's"
    ),
    ("monday", "'monday' is no local time; write a local time such as 2026-01-05T09:00"),
    (
      "2026-02-30T09:00",
      "'2026-02-30T09:00' is no local time; write a local time such as 2026-01-05T09:00"
    ),
  ])
  func `an anchor is a local time`(_ anchor: String, _ said: String) {
    let text =
      Self.head
      + "layers: [{name: a, rotation: {unit: day, participants: [ana], anchor: \(anchor)}}]"
    #expect(fault(text) == "3:71: anchor: \(said)")
  }

  @Test(arguments: [
    ("people: [ana]", "5:3: kind: is missing; write cover, replace, remove or add"),
    ("kind: swap", "6:10: kind: 'swap' is not allowed; write cover, replace, remove or add"),
    ("kind: cover", "5:3: people: is missing; write who is on call instead; [] for nobody"),
    (
      "kind: cover, people: [ana], add: ben",
      "6:37: add: means nothing in an override of kind cover; use 'people'"
    ),
    ("kind: replace, remove: ana", "5:3: add: is missing; write who takes the place"),
    (
      "kind: replace, remove: ana, add: ana",
      "6:37: add: nobody can take their own place; name another person"
    ),
    (
      "kind: replace, remove: [ana], add: ben",
      "6:27: remove: is a list; write a handle such as ana"
    ),
    ("kind: remove", "5:3: remove: is missing; write a handle or a list of them"),
    ("kind: add, add: []", "6:20: add: names nobody; name at least one person"),
    (
      "kind: add, add: ana, people: ben", "6:20: add: stands beside 'people'; keep one of the two"
    ),
    (
      "kind: remove, remove: [ana, ben], id: 0195d1a0-0000-7000-8000-000000000001",
      "6:42: id: cannot be that of 2 overrides; write an override for each"
    ),
    ("kind: add, add: ana, note: [x]", "6:31: note: is a list; write a note"),
  ])
  func `an override says what is wrong with it`(_ fields: String, _ said: String) {
    #expect(override(fields) == said)
  }

  @Test(arguments: [
    (
      "2026-03-29T02:30",
      "from: 2026-03-29T02:30 does not exist in Europe/Copenhagen, the clocks jump over it; write "
        + "2026-03-29T00:30:00Z or 2026-03-29T01:30:00Z"
    ),
    (
      "2026-10-25T02:30",
      "from: 2026-10-25T02:30 comes twice in Europe/Copenhagen; write 2026-10-25T00:30:00Z for the "
        + "first or 2026-10-25T01:30:00Z for the second"
    ),
    (
      "2026-03-29",
      "from: '2026-03-29' is no time; write a time such as 2026-02-01T14:00Z, or without the Z in "
        + "Europe/Copenhagen"
    ),
    (
      "2026-03-29T09:00:00.5",
      "from: '2026-03-29T09:00:00.5' is no time; write a time such as 2026-02-01T14:00Z, or "
        + "without the Z in Europe/Copenhagen"
    ),
  ])
  func `a time that is none or not one is refused`(_ time: String, _ said: String) {
    let text =
      Self.head + "layers: []\nabsences:\n- {person: ana, from: \(time), to: 2026-12-01T00:00}"
    #expect(fault(text) == "5:23: \(said)")
  }

  @Test func `what ends before it begins is refused`() {
    let text =
      Self.head + "layers: []\nfixed_plans: [{from: 2026-02-01T10:00, to: 2026-02-01T09:00Z}]"
    #expect(
      fault(text)
        == "4:44: to: it ends before it begins: 2026-02-01T09:00:00Z is not after "
        + "2026-02-01T09:00:00Z; move one of the two")
  }

  @Test func `ids that come twice are refused`() {
    let id = "id: 0195d1a0-0000-7000-8000-000000000001"
    let span = "from: 2026-02-01T10:00, to: 2026-02-01T11:00"
    for (list, item) in [
      ("overrides", "kind: add, add: ana"), ("absences", "person: ana"),
      ("fixed_plans", "shifts: []"),
    ] {
      let text =
        Self.head + "layers: []\n\(list):\n- {\(id), \(item), \(span)}\n- {\(id), \(item), \(span)}"
      #expect(fault(text) == "6:8: id: is there twice; leave it out for what is new")
    }
  }

  @Test func `missing zone data are said as what they are`() {
    let book = HandleBook(zones: ZoneShelf { $0 == "TZDIR" ? "/nonexistent/zones" : nil })
    #expect {
      try ScheduleReader(book.world).read(
        Array("schedule: s\nzone: Europe/Paris\nlayers: []".utf8))
    } throws: { error in
      guard let fault = error as? ScheduleFault else { return false }
      return fault.isMachine
        && fault.description
          == "2:7: zone: there are no time zone data in /nonexistent/zones; install the package "
          + "tzdata (apt-get install tzdata), or let TZDIR name the folder"
    }
    #expect(throws: Never.self) {
      try ScheduleReader(book.world).read(Array("schedule: s\nzone: UTC\nlayers: []".utf8))
    }
  }
}
