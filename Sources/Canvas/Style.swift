/// What a piece of text is, for a theme to say how it looks.
///
/// Screens name roles; only themes know colours. A theme file in `themes/`
/// names every role.
public enum Role: String, Sendable, CaseIterable {
  case text, dim, strong, accent, title, border, selection, bar, barStrong = "bar-strong"
  case tab, tabActive = "tab-active", key, hint
  case match, link, code, quote, heading, emphasis
  case input, placeholder, error, warning, success, info
  case statusTriage = "status-triage", statusTodo = "status-todo", statusDoing = "status-doing"
  case statusReview = "status-review", statusDone = "status-done"
  case statusDropped = "status-dropped"
  case priorityUrgent = "priority-urgent", priorityHigh = "priority-high"
  case priorityNormal = "priority-normal", priorityLow = "priority-low"
  case priorityNone = "priority-none"
  case label, person, time, count, unread
}

/// How one cell is to look: a role, whether the row is the selected one, and a data colour.
public struct Style: Sendable, Hashable {
  /// What the text is, for the theme.
  public var role: Role
  /// Drawn on the selection's background, keeping the role's own foreground where it reads.
  public var isSelected: Bool
  /// A colour that comes from the data (a label's), 0xRRGGBB; themes fit it to the terminal.
  public var tint: UInt32?
  /// Bold, beside what the theme says.
  public var isBold: Bool
  /// Italic, beside what the theme says.
  public var isItalic: Bool
  /// Underlined, beside what the theme says.
  public var isUnderlined: Bool
  /// Struck through, where the terminal can.
  public var isStruck: Bool

  /// A style.
  public init(
    _ role: Role, isSelected: Bool = false, tint: UInt32? = nil, isBold: Bool = false,
    isItalic: Bool = false, isUnderlined: Bool = false, isStruck: Bool = false
  ) {
    self.role = role
    self.isSelected = isSelected
    self.tint = tint
    self.isBold = isBold
    self.isItalic = isItalic
    self.isUnderlined = isUnderlined
    self.isStruck = isStruck
  }
}
