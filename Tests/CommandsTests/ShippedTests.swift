import Shipped
import Support
import Testing

@testable import Commands

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

  @Test func `what is inside is what stands in the repository`() throws {
    for file in Shipped.files {
      let text = try InputFile.text("\(Folder.root)/\(file.path)")
      #expect(file.text == text, "\(file.path) was changed since the build")
    }
  }

  @Test func `files are found by what they are`() {
    #expect(Shipped.themes.map(\.name).contains("dusk"))
    #expect(Shipped.theme("dusk")?.path == "themes/dusk.yaml")
    #expect(Shipped.theme("nope") == nil)
    #expect(Shipped.demo != nil && Shipped.phrases != nil)
    #expect(Shipped.keys != nil && Shipped.schema != nil && Shipped.scheduleSchema != nil)
  }
}
