import Domain
import Testing

/// Every case that other projects pin and our rules agree with.
@Suite struct VectorTests {
  /// What runs an operation, by its name in the case data.
  static let operations: [String: @Sendable (Vector) throws -> Void] = [
    "rotation.handoffs": { try $0.checkHandoffs() },
    "rotation.shift_at": { try $0.checkShifts() },
    "rotation.user_at": { try $0.checkUsers() },
    "rotation.starts_by_date": { try $0.checkStartsByDate() },
    "roster.assign": { try $0.checkRoundRobin() },
    "clock.resolve": { try $0.checkClockResolve() },
    "clock.transition": { try $0.checkClockChanges() },
    "clock.add": { try $0.checkClockAdding() },
    "clock.hours_between": { try $0.checkClockHours() },
    "window.active": { try $0.checkWindowActive() },
    "window.start_of": { try $0.checkWindowStarts() },
    "window.end_of": { try $0.checkWindowEnds() },
    "weekdays.next_inactive": { try $0.checkNextInactive() },
    "schedule.intervals": { try $0.checkIntervals() },
    "schedule.on_call_at": { try $0.checkOnCall() },
    "schedule.gaps": { try $0.checkGaps() },
    "overrides.map": { try $0.checkOverrideMap() },
    "events.swap": { try $0.checkEventSwap() },
    "swap.take": { try $0.checkTake() },
    "swap.status": { try $0.checkRequestState() },
    "schedule.coverage": { try $0.checkCoverage() },
    "events.override": { try $0.checkEventOverride() },
    "fixed_period.merge": { try $0.checkFixedPlan() },
    "fixed_period.trim_end": { try $0.checkFixedPlan() },
    "template.occurrences": { try $0.checkTemplate() },
    "prompt.next_time": { try $0.checkPromptTimes() },
  ]

  /// What is not run, and why.
  static let reasons: [String: String] = [
    "roster.candidates": "no roster picker: rotations say who is next, `n/a` in the data",
    "ical.rrule": "rotations are never written as rules, only resolved shifts; `n/a` in the data",
  ]

  @Test(arguments: ["goalert", "linkedin-oncall", "grafana-oncall"])
  func `the cases that agree with our rules pass`(name: String) throws {
    var counts: [String: Int] = [:]
    for vector in try VectorFile(name).vectors where vector.recommended == "agree" {
      guard let run = Self.operations[vector.op] else {
        #expect(Self.reasons[vector.op] != nil, "\(vector.id): \(vector.op) is not run")
        continue
      }
      try run(vector)
      counts[vector.op, default: 0] += 1
    }
    for (op, count) in counts.sorted(by: { $0.key < $1.key }) {
      print("\(name).json \(op): \(count)")
    }
    print("\(name).json in all: \(counts.values.reduce(0, +))")
  }
}
