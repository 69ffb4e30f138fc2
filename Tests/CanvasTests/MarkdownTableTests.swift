import Canvas
import Testing

@Suite struct MarkdownTableTests {
  private let table = """
    | Name | State | Load |
    |:-----|:-----:|-----:|
    | edge | **up** | 7 |
    | core router | down | 12 |
    """

  @Test func `columns are as wide as they need and aligned`() {
    #expect(
      text(table) == [
        "Name        │ State │ Load",
        "────────────┼───────┼─────",
        "edge        │  up   │    7",
        "core router │ down  │   12",
      ])
    #expect(text(table, glyphs: .ascii)[1] == "------------+-------+-----")
  }

  @Test func `a wide cell wraps in its column`() {
    #expect(
      text(table, width: 25) == [
        "Name       │ State │ Load",
        "───────────┼───────┼─────",
        "edge       │  up   │    7",
        "core       │ down  │   12",
        "router     │       │ ",
      ])
  }

  @Test func `a table too wide for its place lists each row`() {
    #expect(
      text(table, width: 14) == [
        "Name: edge", "State: up", "Load: 7", "", "Name: core", "router", "State: down",
        "Load: 12",
      ])
  }

  @Test func `short and long rows are evened out`() {
    #expect(text("|a|b|\n|-|-|\n|1|\n|1|2|3|") == ["a │ b", "──┼──", "1 │ ", "1 │ 2"])
  }

  @Test(arguments: [1, 20, 78, 200])
  func `a table of 500 columns keeps the width`(width: Int) {
    for columns in [90, 500] {
      let row = String(repeating: "| cell ", count: columns) + "|\n"
      let rule = String(repeating: "|---", count: columns) + "|\n"
      #expect(brokenLine(row + rule + row + "x\n", width: width) == nil)
    }
  }
}
