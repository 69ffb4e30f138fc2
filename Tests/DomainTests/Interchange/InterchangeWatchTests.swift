import Domain
import Foundation
import Support
import Testing

/// The watch bill in our own format: what is written is read, and what cannot be is refused.
@Suite struct InterchangeWatchTests: ReadsFiles {
  private static func id(_ index: Int) -> EntityID {
    EntityID(high: 0x0198_B8C8_BE66_7000, low: 0x9000_0000_0000_0000 | UInt64(index))
  }

  private func samples() throws -> [WatchRecord] { try WatchSamples.records(id: Self.id) }

  private func watches(_ text: String) throws -> [IncomingWatch] {
    try read(text, as: .ndjson).records.compactMap {
      if case .watch(let watch) = $0 { watch } else { nil }
    }
  }

  @Test func `each kind is read as it was written, and written the same again`() throws {
    let samples = try samples()
    #expect(samples.map(\.ref.kind) == IncomingWatch.kinds)
    for sample in samples {
      let line = try WatchSamples.line(sample)
      let watch = try #require(try watches(line).first, "\(line)")
      #expect(try watch.record() == sample)
      var again: [UInt8] = []
      NDJSONWriter.append(.watch(watch), to: &again)
      #expect(String(decoding: again, as: UTF8.self) == line)
    }
  }

  @Test func `content keeps members and an order that we do not know`() throws {
    let id = Self.id(5)
    let start = #"{"person":"\#(WatchSamples.ana)","mood":"☀ 1/2","note":"","period":"#
    let end = #"{"start":1000,"end":2000},"id":"\#(id)"}"#
    let line = #"{"type":"absence","id":"\#(id)","content": \#(start) \#(end)}"#
    let watch = try #require(try watches(line).first)
    #expect(watch.content == start + end)
  }

  @Test func `a service says who answers for it and which policy its pages follow`() throws {
    let line =
      #"{"type":"service","handle":"router","team":"routing","owner":"ana","policy":"loud"}"# + "\n"
    let records = try read(line, as: .ndjson).records
    guard case .service(let service)? = records.first else {
      Testing.Issue.record("no service")
      return
    }
    #expect(service.owner == "ana" && service.policy == "loud")
    var again: [UInt8] = []
    NDJSONWriter.append(records[0], to: &again)
    #expect(String(decoding: again, as: UTF8.self) == line)
  }

  @Test func `other ids take the place of those of the file, and of nothing else`() throws {
    let schedule = WatchSamples.schedule(id: Self.id(0), name: "\(WatchSamples.ana) alone")
    let watch = try WatchSamples.incoming(.schedule(schedule))
    let named = watch.naming([WatchSamples.ana: WatchSamples.prompt, Self.id(0): Self.id(9)])
    #expect(named.id == Self.id(9))
    guard case .schedule(let read) = try named.record() else { return }
    #expect(read.name == schedule.name)
    #expect(read.participants == [WatchSamples.prompt, WatchSamples.ben])
    #expect(watch.naming([:]) == watch)
  }

  /// A text of a sample's line, what stands there instead, the field to blame, and what is said.
  private static let wrong: [(EntityKind, String, String, String, String)] = [
    (.schedule, #""length":1"#, #""length":1000000"#, "content.versions[0]", "turn cannot last"),
    (
      .schedule, #""slots":[["\#(WatchSamples.ben)"]]"#, #""slots":[]"#, "content.versions[0]",
      "the rotation has nobody in it"
    ),
    (
      .schedule, #""slots":[["\#(WatchSamples.ben)"]]"#, #""slots":[[]]"#, "content.versions[0]",
      "slot 1 of the rotation is empty"
    ),
    (
      .schedule, #""unit":"week""#, #""unit":"fortnight""#,
      "content.versions[0].layers[0].source.rotation._0.unit", "\"fortnight\" cannot stand here"
    ),
    (
      .schedule, #""anchor":"2026-01-05T09:00""#, #""anchor":"Monday""#,
      "content.versions[0].layers[0].source.rotation._0.anchor", "\"Monday\" cannot stand here"
    ),
    (.schedule, #""role":"primary","#, "", "content", "\"role\" is missing"),
    (
      .schedule, #""overrides":[]"#, #""overrides":7"#, "content.overrides",
      "a number stands where something else belongs"
    ),
    (.schedule, #""name":"primary why""#, #""name":" ""#, "content.name", "has no name"),
    (
      .schedule, #""length":1"#, #""length":1,"length":2"#,
      "content.versions[0].layers[0].source.rotation._0.length", "stands twice"
    ),
    (
      .schedule, #""length":1"#, #""length":1e300"#,
      "content.versions[0].layers[0].source.rotation._0.length", "is larger than any time"
    ),
    (.schedule, #""role":"primary""#, #""role":"\ud800""#, "content.role", "are no Unicode"),
    (
      .schedule, #"{"effectiveFrom""#, #"nul{"effectiveFrom""#,
      "content.versions[1]", "this is not JSON"
    ),
    (
      .override, #""schedule":"\#(WatchSamples.schedule)","#, "", "schedule",
      "the override has no schedule"
    ),
    (.override, #""end":1773252000000"#, #""end":1"#, "content.period", "must end after it begins"),
    (.policy, #""handle":"pwhy","#, "", "handle", "the policy has no handle"),
    (.policy, #""wait":300000"#, #""wait":5"#, "content", "step 1 must wait at least one minute"),
    (.policy, #""repeats":2"#, #""repeats":99"#, "content", "a policy repeats 0 to 9 times"),
    (
      .maintenance, #""start":1773223200000"#, #""start":1773252000000"#, "content",
      "must end after it starts"
    ),
    (.page, #""count":1"#, #""count":0"#, "content", "it counts 0 signals"),
    (
      .page, #""firstSeen":1773223200000"#, #""firstSeen":99999999999999999999"#,
      "content.firstSeen", "is larger than any time"
    ),
    (.handoff, #""offeredAt":1773223200000,"#, "", "content.offeredAt", "nobody knows since when"),
    (.prompt, #""minute":540"#, #""minute":5400"#, "content", "is no time of the day"),
    (
      .update, #""period":"2026-03-11""#, #""period":"2026-02-30""#, "content.period",
      "\"2026-02-30\" cannot stand here"
    ),
    (.blocker, #""cause":{"#, #""cause":{"person":{},"#, "content.cause", "an object stands where"),
    (
      .absence, #""content":{"#, #""content":"{}","x":{"#, "content",
      "a text stands where an object belongs"
    ),
    (
      .absence, #""id":"0198b8c8-be66-7000-9000-000000000005","note""#,
      #""id":"0198b8c8-be66-7000-9000-000000000006","note""#, "content", "the content is of"
    ),
  ]

  @Test(arguments: wrong)
  func `what cannot be is refused by line and field`(
    kind: EntityKind, text: String, instead: String, field: String, message: String
  ) throws {
    let sample = try #require(try samples().first { $0.ref.kind == kind })
    let line = try WatchSamples.line(sample)
    #expect(line.contains(text), "\(line)")
    let broken = line.replacingOccurrences(of: text, with: instead)
    let error = failure("{\"type\":\"workspace\",\"format\":1}\n" + broken, as: .ndjson)
    #expect(error?.line == 2, "\(broken)")
    #expect(error?.field == field)
    #expect(error?.message.contains(message) == true, "\(error?.description ?? "read")")
    #expect(error?.advice.isEmpty == false)
  }

  @Test func `a record without an id or content says so`() {
    #expect(failure(#"{"type":"page","content":{}}"#, as: .ndjson)?.field == "id")
    let bare = #"{"type":"page","id":"0198b8c8-be66-7000-9000-000000000006"}"#
    #expect(failure(bare, as: .ndjson)?.message == "the page has no content")
  }

  @Test func `broken content is refused or can be lived with, and is never trapped over`() throws {
    var random = SeededRandom(seed: 31)
    var accepted = 0
    for sample in try samples() {
      let line = Array(try WatchSamples.line(sample).utf8)
      for _ in 0..<250 {
        var broken = line
        mutate(&broken, using: &random)
        let records = (try? read(broken, as: .ndjson))?.records ?? []
        for case .watch(let watch) in records {
          accepted += 1
          try live(with: watch)
        }
      }
    }
    #expect(accepted > 100)
  }

  /// What the screens ask of a bill that holds it; and Foundation, which reads the store's
  /// content, sees the same thing.
  private func live(with watch: IncomingWatch) throws {
    let record = try watch.record()
    let content = Data(watch.content.utf8)
    var bill = WatchBill()
    bill.people = [Person(id: WatchSamples.ana, handle: "ana", name: "", teams: ["api"])]
    bill.teams = [Team(id: WatchSamples.team, handle: "api", name: "", members: ["ana"])]
    bill.services = [Service(id: WatchSamples.service, handle: "router", name: "", team: "api")]
    bill.zones = SystemZones.catalog
    func same<Thing: Decodable & Equatable>(_ thing: Thing) throws {
      #expect(try JSONDecoder().decode(Thing.self, from: content) == thing, "\(watch.content)")
    }
    switch record {
    case .schedule(let it):
      try same(it)
      bill.schedules = [it]
    case .override(let it, let schedule):
      try same(it)
      bill.schedules = [WatchSamples.schedule(id: schedule, name: "primary")]
      bill.schedules[0].overrides = [it]
    case .cover(let it):
      try same(it)
      bill.covers = [it]
    case .offer(let it):
      try same(it)
      bill.offers = [it]
    case .absence(let it):
      try same(it)
      bill.absences = [it]
    case .policy(let it):
      try same(it.policy)
      bill.policies = [it]
    case .maintenance(let it):
      try same(it)
      bill.maintenance = [it]
    case .page(let it):
      try same(it)
      bill.pages = [it]
    case .handoff(let it):
      try same(it)
      bill.handoffs = [it]
    case .prompt(let it):
      try same(it)
      bill.prompts = [it]
    case .update(let it):
      try same(it)
      bill.updates = [it]
    case .blocker(let it):
      try same(it)
      bill.blockers = [it]
    }
    let now = WatchSamples.now
    bill = bill.caughtUp(to: now)
    for schedule in bill.schedules {
      guard let resolver = try? bill.resolver(of: schedule) else { continue }
      _ = resolver.timeline(in: Period(now, now.advanced(by: 2 * Instant.week)))
    }
    _ = bill.inboxFacts(for: WatchSamples.ana, now: now)
    _ = bill.onCallTail(of: WatchSamples.team, since: now, now: now)
    _ = bill.shiftEnd(of: WatchSamples.ana, now: now)
    for prompt in bill.prompts { _ = bill.digest(of: prompt, on: now.utcDate, now: now) }
  }

  /// Digits and letters change more often than what holds the JSON together, so that much of it
  /// is still read.
  private func mutate(_ bytes: inout [UInt8], using random: inout SeededRandom) {
    let start = (bytes.firstRange(of: Array("content".utf8))?.upperBound ?? 0) + 2
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      let at = Int.random(in: start..<bytes.count, using: &random)
      switch bytes[at] {
      case 0x30...0x39: bytes[at] = UInt8.random(in: 0x30...0x39, using: &random)
      case 0x22, 0x2C, 0x3A, 0x5B, 0x5D, 0x7B, 0x7D:
        if random.chance(20) { bytes.remove(at: at) }
      default: bytes[at] = UInt8.random(in: 0x20...0x7E, using: &random)
      }
    }
  }
}
