import Canvas
import Foundation
import Testing

@Suite struct ShippedThemeTests {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "themes").path

  private static func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()
  }

  private static func themes() throws -> [Theme] {
    try names().map {
      try Theme.parse(flat: String(contentsOfFile: "\(folder)/\($0).yaml", encoding: .utf8))
    }
  }

  @Test func `there are four, named as their files`() throws {
    #expect(try Self.names() == ["contrast", "day", "dusk", "plain"])
    #expect(try Self.themes().map(\.name) == Self.names())
  }

  @Test func `each names every role`() throws {
    for theme in try Self.themes() {
      #expect(theme.roles == Set(Role.allCases), "\(theme.name)")
    }
  }

  @Test func `text reads on its ground, also when it is selected`() throws {
    let marks: Set<Role> = [.border]
    for theme in try Self.themes() where theme.name != "plain" {
      for role in Role.allCases where !marks.contains(role) {
        for isSelected in [false, true] {
          let look = theme.resolve(Style(role, isSelected: isSelected), depth: .full)
          let contrast = Contrast.of(look.foreground, look.background)
          let least = theme.name == "contrast" ? 6.5 : 3.0
          #expect(contrast >= least, "\(theme.name) \(role) \(isSelected)")
        }
      }
    }
  }

  @Test func `without colours only the view in sight stands out among the views`() throws {
    for theme in try Self.themes() {
      let others = theme.resolve(Style(.tab), depth: .none)
      let active = theme.resolve(Style(.tabActive), depth: .none)
      #expect(!others.attributes.contains(.reverse), "\(theme.name)")
      #expect(active.attributes.isSuperset(of: [.reverse, .bold]), "\(theme.name)")
    }
  }

  @Test func `plain has no colour, and its selection stands out`() throws {
    for theme in try Self.themes() where theme.name == "plain" {
      for role in Role.allCases {
        let look = theme.resolve(Style(role), depth: .full)
        #expect(look.foreground == -1 && look.background == -1)
      }
      let selected = theme.resolve(Style(.text, isSelected: true), depth: .full)
      #expect(selected.attributes.contains(.reverse))
    }
  }
}
