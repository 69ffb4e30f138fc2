import Testing

@testable import Canvas

@Suite struct ThemeTests {
  private func parse(_ text: String) throws -> Theme {
    try Theme.parse(flat: text)
  }

  @Test func `a theme file is read line by line`() throws {
    let theme = try parse(
      """
      # A comment.
      name: test   # another
      background: light
      palette:
        amber: 179
      text: {fg: 252, bg: default}
      status-doing: {fg: amber, bold: true, italic: false}
      border: {}
      """)
    #expect(theme.name == "test")
    #expect(!theme.isDark)
    #expect(theme.look(.text) == Look(foreground: .index(252), background: .terminal))
    #expect(theme.look(.statusDoing) == Look(foreground: .index(179), attributes: .bold))
    #expect(theme.roles == [.text, .statusDoing, .border])
  }

  @Test(arguments: [
    (
      "text: {fg: 300}",
      "line 2, text: 300 is neither 0 to 255, nor default, nor in the palette above"
    ),
    ("texts: {}", "line 2, texts: no role has this name"),
    ("text: 5", "line 2, text: expected a map such as {fg: 179, bold: true}"),
    ("text: {bold: 1}", "line 2, text: bold must be true or false"),
    (
      "text: {blink: true}",
      "line 2, text: blink is not fg, bg, bold, dim, italic, underline or reverse"
    ),
    ("text", "line 2: expected `name: value`"),
    ("background: grey", "line 2, background: expected dark or light"),
    ("  amber: 3", "line 2, amber: is indented, but only `palette` has lines of its own"),
  ])
  func `a fault is told with its line and field`(line: String, message: String) {
    #expect {
      try parse("name: x\n\(line)")
    } throws: {
      "\($0)" == message
    }
  }

  @Test func `a theme needs a name`() {
    #expect(throws: ThemeError.self) { try parse("text: {}") }
  }

  private let theme = Theme(
    name: "t", isDark: true,
    looks: [
      .text: Look(foreground: .index(252), background: .index(234)),
      .selection: Look(foreground: .index(255), background: .index(238)),
      .border: Look(foreground: .index(239)), .key: Look(foreground: .index(110)),
      .bar: Look(background: .index(236)),
    ])

  @Test func `a selected cell keeps a foreground that reads, and gives up one that does not`() {
    let key = theme.resolve(Style(.key, isSelected: true), depth: .full)
    #expect(key.foreground == 110)
    #expect(key.background == 238)
    let border = theme.resolve(Style(.border, isSelected: true), depth: .full)
    #expect(border.foreground == 255)
  }

  @Test func `a role takes from text what it does not say`() {
    let look = theme.resolve(Style(.key), depth: .full)
    #expect(look == ResolvedLook(foreground: 110, background: 234, attributes: []))
  }

  @Test func `without colours the selection and bars are reversed`() {
    for style in [Style(.key, isSelected: true), Style(.bar), Style(.text, tint: 0xFF0000)] {
      let look = theme.resolve(style, depth: .none)
      #expect(look.foreground == -1 && look.background == -1)
      #expect(look.attributes.contains(.reverse) == (style != Style(.text, tint: 0xFF0000)))
    }
  }

  @Test func `a tint is moved until it reads on its ground`() {
    for hex in [UInt32(0), 0x000080, 0x202020, 0xFFFFFF, 0xFF0000, 0x0E8A16, 0xD93F0B] {
      for isSelected in [false, true] {
        let style = Style(.label, isSelected: isSelected, tint: hex)
        let look = theme.resolve(style, depth: .full)
        let contrast = RGB(index: look.foreground).contrast(with: RGB(index: look.background))
        #expect(contrast >= 3)
      }
    }
  }

  @Test func `a small palette never draws text in its own background`() {
    for depth in [ColorDepth.eight, .sixteen] {
      for role in Role.allCases {
        for isSelected in [false, true] {
          let look = theme.resolve(Style(role, isSelected: isSelected), depth: depth)
          #expect(look.foreground != look.background)
          #expect(look.foreground < (depth == .eight ? 8 : 16))
          #expect(look.background < (depth == .eight ? 8 : 16))
        }
      }
    }
  }

  @Test func `xterm's colours come back as themselves`() {
    for index in 16...255 {
      let color = RGB(index: index)
      #expect(RGB(index: color.nearestIndex) == color)
    }
  }
}
