import Canvas
import Domain
import Support

@testable import Screens

extension Stage {
  /// A stage on which the cast's watches are read, with the on-call tab in sight.
  static func onCall(
    _ width: Int = 80, _ height: Int = 24, bill: WatchBill = Cast.watchBill, me: String? = "ana",
    glyphs: Glyphs = .unicode
  ) -> Stage {
    var stage = Stage(width, height, glyphs: glyphs)
    stage.state.me = me
    stage.send(.watch(bill, []))
    stage.press("f3")
    stage.performed = []
    return stage
  }

  /// Does a verb as the store does it: worked out by the bill, and written into it.
  func perform(_ verb: WatchVerb) -> [Message] {
    guard var bill = state.bill, let me = state.myID else { return [.failed("nobody acts")] }
    var next = 8000 + 10 * performed.count
    let plan: WatchPlan
    do throws(WatchRefusal) {
      plan = try bill.plan(verb, by: me, at: state.now) {
        next += 1
        return Cast.id(next)
      }
    } catch {
      return [.failed("\(error)")]
    }
    for edit in plan.edits { bill.write(edit) }
    let report = StepReport(
      title: plan.title, issues: [], operationCount: plan.edits.count, warnings: plan.warnings)
    return [.performed(report), .watch(bill, [])]
  }
}

extension WatchBill {
  fileprivate mutating func write(_ edit: WatchPlan.Edit) {
    switch edit {
    case .put(.schedule(let schedule)):
      guard let place = schedules.firstIndex(where: { $0.id == schedule.id }) else { return }
      let overrides = schedules[place].overrides
      schedules[place] = schedule
      schedules[place].overrides = overrides
    case .put(.override(let override, let schedule)):
      guard let place = schedules.firstIndex(where: { $0.id == schedule }) else { return }
      schedules[place].overrides.removeAll { $0.id == override.id }
      schedules[place].overrides.append(override)
    case .put(.cover(let request)):
      covers.removeAll { $0.id == request.id }
      covers.append(request)
    case .put(.offer(let offer)):
      offers.removeAll { $0.id == offer.id }
      offers.append(offer)
    case .put(.absence(let absence)): absences.append(absence)
    case .put(.update(let update)):
      updates.removeAll { $0.id == update.id }
      updates.append(update)
    case .put(.blocker(let blocker)):
      blockers.removeAll { $0.id == blocker.id }
      blockers.append(blocker)
    case .put(.handoff(let handoff)):
      handoffs.removeAll { $0.id == handoff.id }
      handoffs.append(handoff)
    case .trash(let ref):
      absences.removeAll { $0.id == ref.id }
      for index in schedules.indices { schedules[index].overrides.removeAll { $0.id == ref.id } }
    default: break
    }
  }
}
