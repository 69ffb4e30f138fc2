import ArgumentParser
import Support
import Testing

@testable import Commands

/// What `--help` prints of every command, as text files in Help/.
struct HelpTests {
  private static let folder = Folder.root + "/Tests/CommandsTests/Help"

  @Test func `every command helps in the words we chose`() {
    for page in HelpTests.pages(Watchbill.self, path: "watchbill") {
      let path = "\(HelpTests.folder)/\(page.name).txt"
      let difference = TextFile.difference(page.text, from: path)
      #expect(difference == nil, "\(difference ?? "")")
    }
  }

  @Test func `no page is left of a command that is gone`() {
    let pages = HelpTests.pages(Watchbill.self, path: "watchbill").map { $0.name + ".txt" }
    #expect(TextFile.names(in: HelpTests.folder) == pages.sorted())
  }

  private static func pages(
    _ command: any ParsableCommand.Type, path: String
  ) -> [(name: String, text: String)] {
    let text = Watchbill.helpMessage(for: command, columns: 80) + "\n"
    return [(path, text)]
      + command.configuration.subcommands.flatMap { subcommand in
        pages(subcommand, path: "\(path)-\(subcommand.configuration.commandName ?? "")")
      }
  }
}
