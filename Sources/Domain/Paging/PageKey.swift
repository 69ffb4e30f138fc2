/// What makes two signals of a service the same trouble: `disk-full/db-2`.
///
/// Signals with one key are merged into one page while it is open. A signal without a key is
/// never merged.
public struct PageKey: Sendable, Hashable, Comparable {
  /// The key as the sender wrote it; 1 to `limit` bytes of UTF-8.
  public let text: String

  /// The longest key that senders may use, in bytes of UTF-8.
  public static let limit = 255

  /// A key, or nil when the text is empty or longer than `limit` bytes.
  public init?(_ text: String) {
    guard (1...PageKey.limit).contains(text.utf8.count) else { return nil }
    self.text = text
  }

  /// Orders by the text.
  public static func < (a: PageKey, b: PageKey) -> Bool { a.text < b.text }
}

extension PageKey: CustomStringConvertible, LosslessStringConvertible {
  /// The key as the sender wrote it.
  public var description: String { text }
}
