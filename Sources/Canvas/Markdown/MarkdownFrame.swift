/// An open block that holds others, and what it puts before each of their lines.
struct MarkdownFrame {
  /// Before the first line only (a bullet, a number), until it is drawn.
  var lead: Span?
  /// Before every other line (a bar, an indent); as wide as `lead`.
  var margin: Span?
  /// What its text is: quoted or plain.
  var role = Role.text
  /// Whether its blocks follow each other without an empty line.
  var isTight = false
  /// Whether a block was drawn in it.
  var hasBlocks = false
  /// The next item's number in an ordered list.
  var number: Int?
  /// How wide the leads of a list's items are.
  var leadWidth = 0

  var columns: Int { margin?.text.width ?? 0 }
}
