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
}
