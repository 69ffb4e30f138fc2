import Domain
import Support
import Testing

@testable import Commands

/// That what is written is read back the same.
@Suite struct ScheduleWriterTests {
  private let zones = ZoneShelf { _ in nil }

  private var writer: ScheduleWriter {
    ScheduleWriter(person: RandomSchedule.handle, team: RandomSchedule.handle, withIDs: true)
  }

  private var reader: ScheduleReader {
    ScheduleReader(
      ScheduleWorld(
        person: RandomSchedule.id, team: RandomSchedule.id, id: { _ in EntityID(high: 2, low: 1) },
        zone: zones.zone))
  }

  @Test func `a schedule is written as people write it`() throws {
    let book = HandleBook(zones: zones)
    let file = try ScheduleReader(book.world).read(Array(ScheduleFixture.full.utf8))
    let writer = ScheduleWriter(person: book.handle, team: book.handle)
    let text = try writer.text(file)
    #expect(
      text == """
        schedule: api-primary
        team: api
        zone: America/New_York
        combine: priority
        layers:
        - name: week
          priority: 1
          rotation:
            unit: week
            length: 1
            zone: America/New_York
            anchor: 2026-01-05T09:00
            participants: [ana, ben, [cy, dee]]
            duration: PT8H
            effective_from: 2026-01-05T14:00:00Z
            weekdays: [MO, TU, WE, TH, FR]
          window: {weekdays: [MO, TU, WE, TH, FR], start: "09:00", end: "18:00", zone: America/New_York}
        - name: lead
          priority: 0
          people: [eve]
        overrides:
        - {kind: replace, remove: ana, add: ben, from: '2026-02-01T14:00:00Z', to: '2026-02-02T14:00:00Z'}
        - {kind: cover, people: [], from: '2026-02-03T14:00:00Z', to: '2026-02-03T16:00:00Z'}

        """)
    #expect(
      try ScheduleReader(book.world).read(Array(text.utf8)).schedule.versions
        == file.schedule.versions)
  }

  @Test func `any schedule is read back as it was written`() throws {
    for seed in 0..<500 {
      var random = RandomSchedule(seed: UInt64(seed))
      let file = random.file()
      let text = try writer.text(file)
      do {
        let again = try reader.read(Array(text.utf8))
        let isSame = again.schedule == file.schedule && again.absences == file.absences
        #expect(isSame, "seed \(seed)\n\(text)")
        #expect(try writer.text(again) == text)
      } catch {
        Testing.Issue.record("seed \(seed): \(error)\n\(text)")
      }
    }
  }

  @Test func `somebody without a handle is not written`() {
    let id = EntityID(high: 8, low: 8)
    let layer = Layer(id: EntityID(high: 3, low: 0), name: "l", source: .people([id]))
    let schedule = Schedule(
      id: EntityID(high: 2, low: 1), name: "s", zone: "UTC",
      versions: [Schedule.Version(layers: [layer])])
    #expect(throws: ScheduleWriter.Nameless(id: id)) {
      try writer.text(ScheduleFile(handle: "s", schedule: schedule, absences: []))
    }
  }
}
