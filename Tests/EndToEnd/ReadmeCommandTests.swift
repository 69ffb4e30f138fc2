import Foundation
import Support
import Testing

/// What the README shows, done as it stands there.
@Suite(.enabled(if: Binary.path != nil, "watchbill has not been built"))
struct ReadmeCommandTests {
  /// Commands that end otherwise than well: the demo has a gap, and nobody sits at an editor here.
  private static let statuses: [String: Int32] = ["oncall coverage": 1, "status post": 64]

  @Test func `every command about watches works on the demo`() throws {
    let bench = try Bench()
    let readme = try #require(TextFile.read(Folder.root + "/README.md"))
    try bench.write(try #require(blocks("yaml", in: readme).last), to: "api.yaml")
    _ = try bench.run("demo --no-open --workspace work.db")
    let begin = try #require(readme.firstRange(of: "\n## On call\n")).upperBound
    let end = try #require(readme.firstRange(of: "\n## Import and export\n")).lowerBound
    let commands = blocks("sh", in: String(readme[begin..<end])).flatMap { block in
      block.split(separator: "\n").map(words)
    }
    #expect(commands.count > 12)
    for command in commands {
      #expect(command.first == "watchbill")
      let arguments = Array(command.dropFirst())
      let name = arguments.prefix(2).joined(separator: " ")
      let outcome = try bench.run(arguments)
      #expect(
        outcome.status == Self.statuses[name] ?? 0,
        "\(command.joined(separator: " ")): \(outcome.errors)")
    }
  }

  @Test func `the screens it shows have the tabs of the screen`() throws {
    let readme = try #require(TextFile.read(Folder.root + "/README.md"))
    let shown = blocks("", in: readme).filter { $0.hasPrefix(" Harbourline") }
    #expect(shown.count == 2)
    for picture in shown {
      let top = picture.split(separator: "\n")[0]
      for tab in ["Inbox", "Issues", "On-call", "Pages", "Status", "Services", "on call"] {
        #expect(top.contains(tab))
      }
    }
  }

  /// The blocks of a language, in order.
  private func blocks(_ language: String, in text: String) -> [String] {
    text.components(separatedBy: "\n```").enumerated().compactMap { index, part in
      guard index % 2 == 1, part.hasPrefix(language + "\n") else { return nil }
      return String(part.dropFirst(language.count + 1))
    }
  }

  /// The words of a command as a shell takes them apart: quotes go, and what follows `#` or `>`.
  private func words(_ line: Substring) -> [String] {
    var words: [String] = []
    var word = ""
    var isQuoted = false
    for character in line {
      if character == "'" {
        isQuoted.toggle()
      } else if character == " ", !isQuoted {
        if word == "#" || word == ">" { return words }
        if !word.isEmpty { words.append(word) }
        word = ""
      } else {
        word.append(character)
      }
    }
    return word.isEmpty ? words : words + [word]
  }
}
