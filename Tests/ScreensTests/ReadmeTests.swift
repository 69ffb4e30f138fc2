import Screens
import Support
import Testing

@Suite struct ReadmeTests {
  @Test func `the key table of the README is the action table's`() throws {
    let readme = try #require(TextFile.read(Folder.root + "/README.md"))
    let parts = readme.split(
      separator: "<!-- keys: this table is the action table's; ScreensTests hold it -->\n")
    let table = try #require(parts.last).split(separator: "<!-- end of keys -->")
    #expect(table.first.map(String.init) == Action.markdownTable)
  }
}
