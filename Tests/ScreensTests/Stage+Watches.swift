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
  mutating func perform(_ verb: WatchVerb) -> [Message] {
    guard var known = bill ?? state.bill, let me = state.myID else {
      return [.failed("nobody said who you are")]
    }
    if case .offer(.issue(let id), _, _) = verb, let issue = issues.first(where: { $0.id == id }) {
      known.issues[id] = WatchBill.IssueFacts(
        title: IssueTitle(issue.key, issue.title),
        owner: known.people.first { $0.handle == issue.owner }?.id)
    }
    var next = 8000 + 10 * performed.count
    let plan: WatchPlan
    do throws(WatchRefusal) {
      plan = try known.plan(verb, by: me, at: state.now) {
        next += 1
        return Cast.id(next)
      }
    } catch {
      return [.failed("\(error)")]
    }
    bill = known
    // What was read or done in the inbox is no step that undo takes back.
    if case .mark = verb {} else { keep(plan.title, []) }
    known.write(plan)
    bill = known
    let report = StepReport(
      title: plan.title, issues: [], operationCount: plan.edits.count, warnings: plan.warnings)
    return [.performed(report), .watch(known, [])]
  }
}
