import Domain
import Support
import Testing

@Suite struct EscalationTests {
  private static let steps = [
    EscalationPolicy.Step([.schedule(Pager.primary)], wait: 5 * Instant.minute),
    EscalationPolicy.Step(
      [.schedule(Pager.secondary), .person(Pager.dee)], wait: 10 * Instant.minute),
  ]
  private static let both: [EntityID: [EntityID]] = [
    Pager.primary: [Pager.ana], Pager.secondary: [Pager.bo],
  ]

  private func policy(
    _ steps: [EscalationPolicy.Step] = steps, repeats: Int = 0, lastResort: EntityID? = Pager.chloe
  ) throws -> EscalationPolicy {
    try EscalationPolicy(
      version: Pager.policy, steps: steps, repeats: repeats, lastResort: lastResort)
  }

  private func onCall(_ rota: [EntityID: [EntityID]]) -> EscalationPolicy.OnCall {
    { target, _ in
      switch target {
      case .schedule(let id), .team(let id): rota[id] ?? []
      case .person(let id): [id]
      }
    }
  }

  /// A plan as `minute: people` lines.
  private func lines(_ plan: EscalationPlan) -> [String] {
    plan.firings.map { firing in
      let minute = (firing.at.milliseconds - Cast.now.milliseconds) / Instant.minute
      let people = firing.people.map { id in
        Cast.people.first { $0.id == id }?.handle ?? "?"
      }
      let mark = [Page.Reach.onCall: "", .lastResort: " last resort", .held: " held"][firing.reach]
      return "\(minute): \(people.joined(separator: " "))\(mark ?? "")"
    }
  }

  @Test func `each step fires after the wait of the one before and then hourly`() throws {
    let plan = try policy().plan(
      .high, from: Pager.minute(0), until: Pager.minute(180), onCall: onCall(Self.both))
    #expect(
      lines(plan) == ["0: ana", "5: bo dee", "15: bo dee", "75: bo dee", "135: bo dee"])
  }

  @Test func `a policy goes through its steps again as often as it says`() throws {
    let plan = try policy(repeats: 2).plan(
      .high, from: Pager.minute(0), until: Pager.minute(100), onCall: onCall(Self.both))
    #expect(
      lines(plan) == [
        "0: ana", "5: bo dee", "15: ana", "20: bo dee", "30: ana", "35: bo dee", "45: bo dee",
      ])
    #expect(plan.firings.map(\.rung) == [1, 2, 3, 4, 5, 6, 7])
    #expect(plan.firings.map(\.step) == [1, 2, 1, 2, 1, 2, 2])
  }

  @Test func `a step that reaches nobody takes no time`() throws {
    let plan = try policy().plan(
      .high, from: Pager.minute(0), until: Pager.minute(11),
      onCall: onCall([Pager.secondary: [Pager.bo]]))
    #expect(lines(plan) == ["0: bo dee", "10: bo dee"])
    #expect(plan.firings.map(\.rung) == [2, 3])
  }

  @Test func `an empty last step lets the first one that reaches somebody be told`() throws {
    let steps = [
      EscalationPolicy.Step([.schedule(Pager.primary)], wait: 5 * Instant.minute),
      EscalationPolicy.Step([.schedule(Pager.secondary)], wait: 5 * Instant.minute),
    ]
    let plan = try policy(steps).plan(
      .low, from: Pager.minute(0), until: Pager.minute(70),
      onCall: onCall([Pager.primary: [Pager.ana]]))
    #expect(lines(plan) == ["0: ana", "5: ana", "65: ana"])
  }

  @Test func `a pass that reaches nobody holds what is not urgent`() throws {
    let steps = [EscalationPolicy.Step([.schedule(Pager.primary)], wait: Instant.minute)]
    let plan = try policy(steps, repeats: 3).plan(
      .low, from: Pager.minute(0), onCall: onCall([:]))
    #expect(lines(plan) == ["0:  held"])
    #expect(plan.isHeld && !plan.isStranded)
    #expect(plan.next(after: Pager.minute(0)) == nil)
  }

  @Test func `a pass that reaches nobody sends what is urgent to the last resort hourly`() throws {
    let steps = [EscalationPolicy.Step([.schedule(Pager.primary)], wait: Instant.minute)]
    let plan = try policy(steps, repeats: 3).plan(
      .high, from: Pager.minute(0), until: Pager.minute(130)
    ) { _, moment in moment >= Pager.minute(100) ? [Pager.ana] : [] }
    #expect(
      lines(plan) == [
        "0: chloé last resort", "60: chloé last resort", "120: ana", "121: ana", "122: ana",
        "123: ana", "124: ana",
      ])
    #expect(plan.isStranded)
  }

  @Test func `without a last resort a stranded page still tries again`() throws {
    let steps = [EscalationPolicy.Step([.schedule(Pager.primary)], wait: Instant.minute)]
    let firing = try policy(steps, lastResort: nil).fire(
      1, .high, at: Pager.minute(0), onCall: onCall([:]))
    #expect(firing.people == [])
    #expect(firing.reach == .lastResort)
    #expect(firing.nextAt == Pager.minute(60))
  }

  @Test func `who is on call is asked when a step fires`() throws {
    let plan = try policy(repeats: 1).plan(
      .high, from: Pager.minute(0), until: Pager.minute(16)
    ) { target, moment in
      target == .schedule(Pager.primary) ? [moment < Pager.minute(10) ? Pager.ana : Pager.bo] : []
    }
    #expect(lines(plan) == ["0: ana", "5: ana", "10: bo"])
  }

  @Test func `round robin takes the next person for every page and every repeat`() throws {
    let steps = [
      EscalationPolicy.Step([.team(Pager.team)], wait: 5 * Instant.minute, manner: .roundRobin)
    ]
    let rota = onCall([Pager.team: [Pager.ana, Pager.bo, Pager.dee]])
    let policy = try policy(steps, repeats: 1)
    for (turn, expected) in [
      (0, ["0: ana", "5: bo", "10: dee", "70: ana"]),
      (1, ["0: bo", "5: dee", "10: ana", "70: bo"]),
      (5, ["0: dee", "5: ana", "10: bo", "70: dee"]),
    ] {
      let plan = policy.plan(
        .high, from: Pager.minute(0), until: Pager.minute(71), turn: turn, onCall: rota)
      #expect(lines(plan) == expected)
    }
  }

  @Test func `nobody is told twice by one step`() throws {
    let steps = [
      EscalationPolicy.Step([.person(Pager.ana), .schedule(Pager.primary)], wait: Instant.minute)
    ]
    let firing = try policy(steps).fire(
      1, .high, at: Pager.minute(0), onCall: onCall([Pager.primary: [Pager.ana, Pager.bo]]))
    #expect(firing.people == [Pager.ana, Pager.bo])
  }

  @Test func `the countdown runs to the next firing`() throws {
    let plan = try policy().plan(.high, from: Pager.minute(0), onCall: onCall(Self.both))
    #expect(plan.next(after: Pager.minute(0))?.at == Pager.minute(5))
    #expect(plan.next(after: Pager.minute(4))?.people == [Pager.bo, Pager.dee])
    #expect(plan.next(after: Pager.minute(20))?.at == Pager.minute(75))
  }

  @Test(
    arguments: [
      ([], 0, .noSteps),
      ([.init([], wait: Instant.hour)], 0, .noTargets(step: 1)),
      (steps + [.init([.team(Pager.team)], wait: 59_999)], 0, .waitTooShort(step: 3)),
      (steps, 10, .wrongRepeats(10)), (steps, -1, .wrongRepeats(-1)),
    ] as [([EscalationPolicy.Step], Int, EscalationPolicy.Flaw)])
  func `a policy that cannot work is refused`(
    steps: [EscalationPolicy.Step], repeats: Int, flaw: EscalationPolicy.Flaw
  ) {
    #expect(throws: flaw) {
      try EscalationPolicy(version: Pager.policy, steps: steps, repeats: repeats)
    }
  }

  @Test func `an edit makes the next version`() throws {
    let first = try policy()
    let second = try first.revised(repeats: 3)
    #expect(second.version == EscalationPolicy.Version(policy: Pager.policy.policy, number: 2))
    #expect(second.steps == first.steps && second.lastResort == Pager.chloe)
    #expect(try second.revised(lastResort: .some(nil)).lastResort == nil)
  }

  @Test(arguments: 0..<100)
  func `a random plan never stands still and never goes quiet`(seed: Int) throws {
    var random = SeededRandom(seed: UInt64(seed))
    let targets = (0..<4).map { Cast.id(700 + $0) }
    let steps = (0..<Int.random(in: 1...4, using: &random)).map { index in
      EscalationPolicy.Step(
        [.schedule(targets[index])],
        wait: Int64.random(in: 1...30, using: &random) * Instant.minute,
        manner: random.chance(50) ? .all : .roundRobin)
    }
    let rota = Dictionary(
      uniqueKeysWithValues: targets.map { ($0, random.chance(50) ? [Pager.ana, Pager.bo] : []) })
    let policy = try policy(steps, repeats: Int.random(in: 0...9, using: &random))
    let urgency: Urgency = random.chance(50) ? .high : .low
    let end = Pager.minute(24 * 60)
    let plan = policy.plan(urgency, from: Pager.minute(0), until: end, onCall: onCall(rota))
    for (firing, next) in zip(plan.firings, plan.firings.dropFirst()) {
      #expect(firing.nextAt == next.at && next.at > firing.at && next.rung >= firing.rung)
      #expect(next.at <= firing.at.advanced(by: Instant.hour))
    }
    #expect(plan.isHeld || (plan.firings.last?.nextAt ?? end) >= end)
    #expect(plan.firings.allSatisfy { $0.reach != .onCall || !$0.people.isEmpty })
    if urgency == .high { #expect(!plan.isHeld) }
  }
}
