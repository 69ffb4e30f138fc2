/// Whom a text names with `@handle`.
public enum Mentions {
  /// The handles a text names, lower-case, each once, in the order of their first mention.
  ///
  /// A mention is an `@` that follows no letter, digit or `_` (so `me@example.org` is none) and
  /// the letters, digits, `-` and `_` behind it: `(@Ana, @bo-1)` names `ana` and `bo-1`.
  public static func handles(in text: some StringProtocol) -> [String] {
    var handles: [String] = []
    var seen: Set<String> = []
    var before: Unicode.Scalar?
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      defer { before = scalar }
      guard scalar == "@", !(before.map(isWordScalar) ?? false) else { continue }
      let name = rest.prefix(while: isHandleScalar)
      guard !name.isEmpty else { continue }
      let handle = String(String.UnicodeScalarView(name)).lowercased()
      if seen.insert(handle).inserted { handles.append(handle) }
    }
    return handles
  }

  /// The handles that the title, the body and the comments of an issue name, each once.
  ///
  /// A redacted comment names nobody.
  public static func handles(in issue: Issue, comments: [Comment]) -> [String] {
    let texts = [issue.title, issue.body] + comments.filter { $0.redactedAt == nil }.map(\.body)
    return handles(in: texts.joined(separator: "\n"))
  }

  private static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "_" || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }

  private static func isHandleScalar(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "-", "_": true
    default: false
    }
  }
}
