/// How a role looks: what one line of a theme file says.
public struct Look: Sendable, Hashable {
  /// A colour of xterm's 256, or the terminal's own.
  public enum Color: Sendable, Hashable {
    case terminal
    case index(UInt8)
  }

  /// nil takes the colour of `text`.
  public var foreground: Color?
  /// nil takes the colour of `text`.
  public var background: Color?
  /// Beside those a style adds.
  public var attributes: Attributes

  /// A look.
  public init(
    foreground: Color? = nil, background: Color? = nil, attributes: Attributes = []
  ) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }
}

/// What a terminal can do to a character beside colouring it.
public struct Attributes: OptionSet, Sendable, Hashable {
  /// A bit for each attribute.
  public let rawValue: UInt8

  /// Attributes from their bits.
  public init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// Heavier, on old terminals brighter.
  public static let bold = Attributes(rawValue: 1)
  /// Fainter.
  public static let dim = Attributes(rawValue: 2)
  /// Slanted.
  public static let italic = Attributes(rawValue: 4)
  /// Underlined.
  public static let underline = Attributes(rawValue: 8)
  /// Foreground and background exchanged.
  public static let reverse = Attributes(rawValue: 16)
  /// Terminfo has no struck text; where it matters a sign says it too.
  public static let struck = Attributes(rawValue: 32)
}

/// How every role looks: the colours of the whole program.
public struct Theme: Sendable, Hashable {
  /// What people choose it by: the file's name.
  public let name: String
  /// Whether the theme is made for a dark background.
  public let isDark: Bool
  /// By the role's place in `Role.allCases`: found without hashing.
  private let looks: [Look]
  /// The roles the theme names; the others look like `text`.
  public let roles: Set<Role>

  /// A theme; roles without a look are drawn as plain text.
  public init(name: String, isDark: Bool, looks: [Role: Look]) {
    self.name = name
    self.isDark = isDark
    self.looks = Role.all.map { looks[$0] ?? Look() }
    roles = Set(looks.keys)
  }

  /// The look of a role as the theme says it.
  public func look(_ role: Role) -> Look {
    looks[Role.index(of: role)]
  }
}
