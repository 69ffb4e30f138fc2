/// A value whose stored form is its text: an id, a date, a time of day.
public protocol TextCodable: Codable, LosslessStringConvertible {}

extension TextCodable {
  /// The value of a stored text; throws when the text is none of the kind.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let value = Self(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "“\(text)” is no \(Self.self)")
    }
    self = value
  }

  /// Stores the text.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

extension EntityID: TextCodable {}
extension CivilDate: TextCodable {}
extension LocalTime: TextCodable {}
extension TimeOfDay: TextCodable {}
extension IssueKey: TextCodable {}
extension PageKey: TextCodable {}

/// Stored as milliseconds since the Unix epoch.
extension Instant: Codable {
  /// The instant of stored milliseconds.
  public init(from decoder: any Decoder) throws {
    self.init(milliseconds: try decoder.singleValueContainer().decode(Int64.self))
  }

  /// Stores the milliseconds.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(milliseconds)
  }
}
