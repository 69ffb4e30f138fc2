import Canvas
import Testing

@Suite struct GridChangeTests {
  private let size = Size(width: 8, height: 2)

  @Test func `equal grids have no changes`() {
    #expect(Grid(size: size).changes(from: Grid(size: size)).isEmpty)
  }

  @Test func `without a grid to compare with every row changes`() {
    let rows = [GridChange(y: 0, columns: 0..<8), GridChange(y: 1, columns: 0..<8)]
    #expect(Grid(size: size).changes(from: nil) == rows)
    #expect(Grid(size: size).changes(from: Grid(size: Size(width: 3, height: 2))) == rows)
  }

  @Test func `a run covers what differs`() {
    let old = Grid(size: size)
    var new = old
    new.write("ab", x: 3, y: 1, .text)
    #expect(new.changes(from: old) == [GridChange(y: 1, columns: 3..<5)])
  }

  @Test func `a run never parts a wide character`() {
    var old = Grid(size: size)
    old.write("作者", x: 0, y: 0, .text)
    var new = Grid(size: size)
    new.write("名者", x: 0, y: 0, .text)
    #expect(new.changes(from: old) == [GridChange(y: 0, columns: 0..<2)])
    new = Grid(size: size)
    new.write("作", x: 1, y: 0, .text)
    #expect(new.changes(from: old) == [GridChange(y: 0, columns: 0..<4)])
  }

  @Test func `applying the changes gives the new grid`() {
    var dice = Dice(seed: 5)
    var shown = Grid(size: Size(width: 30, height: 4))
    for _ in 0..<300 {
      var next = shown
      for y in 0..<4 {
        let x = Int.random(in: -3..<30, using: &dice)
        next.write(CleanText(dice.text(length: 6)), x: x, y: y, .text)
      }
      for change in next.changes(from: shown) {
        let cells = Array(next.cells(of: change))
        #expect(!(cells.first?.isContinuation ?? true))
        let after = change.columns.upperBound
        #expect(after == 30 || !next[x: after, y: change.y].isContinuation)
      }
      shown = next
    }
  }
}
