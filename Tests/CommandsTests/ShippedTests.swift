import Shipped
import Support
import Testing

/// That the binary holds what the repository does.
struct ShippedTests {
  @Test func `every file of themes and data is inside the binary`() {
    let folders = ["themes", "data", "data/demo"]
    let paths = folders.flatMap { folder in
      TextFile.names(in: "\(Folder.root)/\(folder)").map { "\(folder)/\($0)" }
    }
    let files = paths.filter { $0.contains(".") }.sorted()
    #expect(
      Shipped.files.map(\.path) == files, "add the missing files to Sources/CShipped/shipped.c")
  }

  @Test func `what is inside is what stands in the repository`() {
    for file in Shipped.files {
      let difference = TextFile.difference(file.text, from: "\(Folder.root)/\(file.path)")
      #expect(difference == nil, "\(file.path) was changed since the build")
    }
  }

  @Test func `files are found by what they are`() {
    #expect(Shipped.themes.map(\.name).contains("dusk"))
    #expect(Shipped.theme("dusk")?.path == "themes/dusk.yaml")
    #expect(Shipped.theme("nope") == nil)
    #expect(Shipped.demo != nil && Shipped.phrases != nil && Shipped.schema != nil)
  }
}
