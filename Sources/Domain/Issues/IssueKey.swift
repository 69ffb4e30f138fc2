/// The name people use for an issue: a project's prefix and a number, `API-42`.
public struct IssueKey: Sendable, Hashable, Comparable {
  /// The project's prefix, upper-case.
  public let prefix: String
  /// Counts from 1 within the project.
  public let number: Int

  /// What a number can be.
  public static let numbers = 1...Int(Int32.max)

  /// A key from its parts.
  public init(prefix: String, number: Int) {
    self.prefix = prefix
    self.number = number
  }

  /// Orders by prefix, then by number: `API-9` comes before `API-10`.
  public static func < (a: IssueKey, b: IssueKey) -> Bool {
    (a.prefix, a.number) < (b.prefix, b.number)
  }

  /// Whether a text can be a project's prefix: a letter, then letters, digits or `_`, 12 at most.
  public static func isPrefix(_ text: some StringProtocol) -> Bool {
    guard let first = text.utf8.first, (0x41...0x5A).contains(first & 0xDF) else { return false }
    return text.utf8.count <= 12
      && text.utf8.allSatisfy {
        (0x41...0x5A).contains($0 & 0xDF) || (0x30...0x39).contains($0) || $0 == 0x5F
      }
  }
}

extension IssueKey: CustomStringConvertible, LosslessStringConvertible {
  /// A key from `API-42` or `api-42`; nil for anything else.
  public init?(_ text: String) {
    guard let dash = text.lastIndex(of: "-") else { return nil }
    let prefix = text[..<dash]
    let digits = text[text.index(after: dash)...]
    guard IssueKey.isPrefix(prefix), let number = Int(digits),
      IssueKey.numbers.contains(number), digits.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    self.init(prefix: prefix.uppercased(), number: number)
  }

  /// The key as `API-42`.
  public var description: String { "\(prefix)-\(number)" }
}
