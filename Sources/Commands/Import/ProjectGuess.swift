internal import Domain

/// The project a file of GitHub's is about, read from its first bytes.
///
///     "repo": "tlswg/tls13-spec"                              TLS13SPEC, tlswg/tls13-spec
///     "https://api.github.com/repos/quicwg/base-drafts/..."   BASEDRAFTS, quicwg/base-drafts
///     "https://github.com/cli/cli/issues/9"                   CLI, cli/cli
struct ProjectGuess: Equatable {
  /// The prefix of the keys.
  let prefix: String
  /// The repository's whole name, which becomes the project's.
  let name: String

  /// A guess; nil when the bytes name no repository.
  init?(_ beginning: [UInt8]) {
    let text = String(decoding: beginning, as: UTF8.self)
    let repository =
      ProjectGuess.repository(behind: "\"repo\"", in: text)
      ?? ProjectGuess.repository(behind: "api.github.com/repos/", in: text)
      ?? ProjectGuess.repository(behind: "https://github.com/", in: text)
    guard let repository, let prefix = ProjectGuess.prefix(for: repository.name) else { return nil }
    self.prefix = prefix
    name = "\(repository.owner)/\(repository.name)"
  }

  private static func repository(
    behind mark: String, in text: String
  ) -> (owner: String, name: String)? {
    var rest = text[...]
    while let found = rest.firstRange(of: mark) {
      rest = rest[found.upperBound...]
      let words = rest.prefix(200).drop { $0 == " " || $0 == ":" || $0 == "\"" }
        .prefix { !"\" ?#\n".contains($0) }
        .split(separator: "/", omittingEmptySubsequences: false).prefix(2)
      guard words.count == 2, let owner = words.first, let name = words.last, !owner.isEmpty,
        !name.isEmpty
      else { continue }
      return (String(owner), String(name))
    }
    return nil
  }

  /// As many words of a repository's name as make at most twelve letters and digits.
  static func prefix(for name: String) -> String? {
    let words = name.uppercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    var prefix = ""
    for word in words where !(prefix.isEmpty && word.first?.isNumber == true) {
      guard !prefix.isEmpty, prefix.count + word.count > 12 else {
        prefix += word.prefix(12 - prefix.count)
        continue
      }
      break
    }
    return IssueKey.isPrefix(prefix) ? prefix : nil
  }
}
