import Canvas
import Support
import Testing

/// Something somebody does that ends in a picture.
struct Scene: Sendable, CustomTestStringConvertible {
  var name: String
  var play: @Sendable (inout Stage) -> Void
  var testDescription: String { name }
}

/// A folder of screens as text, each beside the test that draws it.
struct Pictures {
  /// The sizes at which every scene is drawn.
  static let sizes = [(80, 24), (120, 40), (40, 10)]

  private let folder: String

  /// The pictures of a tab, or those of the issues.
  init(of tab: String = "") {
    folder = Folder.root + "/Tests/ScreensTests/Snapshots" + (tab.isEmpty ? "" : "/\(tab)")
  }

  /// Compares with what was expected; `RECORD_SNAPSHOTS=1` writes it anew.
  func compare(
    _ grid: Grid, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    guard
      let difference = TextFile.difference(
        ScreenText.text(of: grid), from: "\(folder)/\(name).txt")
    else { return }
    Issue.record(Comment(rawValue: difference), sourceLocation: sourceLocation)
  }

  /// Says which pictures no test draws, and which are missing.
  ///
  /// - Parameters:
  ///   - scenes: names that are drawn at every size.
  ///   - others: names with their size.
  func check(_ scenes: [String], and others: [String]) {
    let sized = scenes.flatMap { name in Pictures.sizes.map { "\(name)-\($0.0)x\($0.1)" } }
    // Folders in it belong to the tests of one tab.
    let there = TextFile.names(in: folder).filter { $0.hasSuffix(".txt") }
    #expect(Set(there) == Set((sized + others).map { $0 + ".txt" }))
  }
}
