/// A run of text in one style.
public struct Span: Sendable, Hashable {
  /// The characters.
  public var text: CleanText
  /// How they look.
  public var style: Style
  /// Where it leads (http, https or mailto only); nil for plain text.
  public var link: String?

  /// A run of text.
  public init(_ text: CleanText, _ style: Style, link: String? = nil) {
    self.text = text
    self.style = style
    self.link = link
  }

  /// A run of text in a role's plain style.
  public init(_ text: CleanText, _ role: Role) {
    self.init(text, Style(role))
  }
}

/// One line of styled runs, left to right.
public struct StyledLine: Sendable, Hashable {
  /// The runs, left to right.
  public var spans: [Span]

  /// A line of runs.
  public init(_ spans: [Span] = []) {
    self.spans = spans
  }
}

extension StyledLine {
  /// A line of one run.
  public init(_ text: CleanText, _ role: Role) {
    self.init([Span(text, role)])
  }

  /// How many columns the line takes.
  public var width: Int { spans.reduce(0) { $0 + $1.text.width } }

  /// The characters of all runs, without their looks.
  public var characters: String { spans.map(\.text.characters).joined() }
}
