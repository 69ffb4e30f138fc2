import Screens
import Support
import Testing

@Suite struct ReadmeTests {
  @Test func `the key table of the README is the action table's`() throws {
    let path = Folder.root + "/README.md"
    let readme = try #require(TextFile.read(path))
    let begin = "<!-- keys: this table is the action table's; ScreensTests hold it -->\n"
    let end = "<!-- end of keys -->"
    let start = try #require(readme.firstRange(of: begin)).upperBound
    let stop = try #require(readme.firstRange(of: end)).lowerBound
    let wanted = readme[..<start] + Action.markdownTable + readme[stop...]
    #expect(TextFile.difference(String(wanted), from: path) == nil)
  }
}
