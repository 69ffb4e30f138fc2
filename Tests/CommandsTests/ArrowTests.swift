import Support
import Testing

/// Which module may import which: the map of the README, held by reading the sources.
@Suite struct ArrowTests {
  private static let system: Set<String> = ["Glibc", "Synchronization", "Dispatch"]
  private static let allowed: [String: Set<String>] = [
    "Domain": [],
    "Storage": ["Domain", "GRDB", "GRDBSQLite", "FoundationEssentials"],
    "Canvas": ["CMarkdown"],
    "Console": ["Canvas", "CCurses"],
    "Screens": ["Domain", "Canvas"],
    "Shipped": ["CShipped"],
    "Commands": [
      "Domain", "Storage", "Canvas", "Console", "Screens", "Shipped", "ArgumentParser", "Yams",
    ],
    "watchbill": ["Commands"],
  ]

  @Test(arguments: allowed.keys.sorted())
  func `a module imports only what the map allows`(module: String) throws {
    let allowed = try #require(Self.allowed[module])
    let pure = ["Domain", "Canvas", "Screens"].contains(module)
    for path in TextFile.paths(below: Folder.root + "/Sources/" + module)
    where path.hasSuffix(".swift") {
      let text = try #require(TextFile.read(path))
      for line in text.split(separator: "\n") {
        let words = line.split(separator: " ")
        guard let at = words.firstIndex(of: "import"), at <= 1, words.count == at + 2 else {
          continue
        }
        let name = String(words[at + 1])
        #expect(
          allowed.contains(name) || (!pure && Self.system.contains(name)),
          "\(path) imports \(name)")
      }
    }
  }

  @Test func `every module of ours stands in the map`() {
    let modules = Set(TextFile.names(in: Folder.root + "/Sources"))
    #expect(modules == Set(Self.allowed.keys).union(["CCurses", "CMarkdown", "CShipped"]))
  }
}
