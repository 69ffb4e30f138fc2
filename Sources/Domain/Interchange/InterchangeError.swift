/// Why a file cannot be read: one sentence that says what, where and what to do.
///
/// ```
/// line 12, column 84, field comments[3].created: "yesterday" is not a time; write 2026-01-31T09:30:00Z
/// ```
public struct InterchangeError: Error, Sendable, Equatable {
  /// Counts from 1.
  public var line: Int
  /// Counts characters from 1.
  public var column: Int
  /// Bytes from the start of the file.
  public var offset: Int
  /// The path of the field inside its record, `comments[3].created`; empty when none is to blame.
  public var field: String
  /// What is wrong.
  public var message: String
  /// What to do about it.
  public var advice: String

  init(at place: SourcePlace, field: String = "", _ message: String, advice: String) {
    line = place.line
    column = place.column
    offset = place.offset
    self.field = field
    self.message = message
    self.advice = advice
  }
}

extension InterchangeError: CustomStringConvertible {
  /// The sentence people read; the caller puts the file's name before it.
  public var description: String {
    let where_ = "line \(line), column \(column)" + (field.isEmpty ? "" : ", field \(field)")
    return "\(where_): \(message); \(advice)"
  }
}

/// Something that was read all the same, but not quite as it stood.
public struct InterchangeWarning: Sendable, Equatable {
  /// Counts from 1.
  public var line: Int
  /// The field it concerns; empty when it is the whole record.
  public var field: String
  /// What was found and what became of it.
  public var message: String
}

extension InterchangeWarning: CustomStringConvertible {
  /// The sentence people read.
  public var description: String {
    "line \(line)" + (field.isEmpty ? "" : ", field \(field)") + ": \(message)"
  }
}

/// The warnings of one file: all are counted, the first few are kept.
public struct InterchangeWarnings: Sendable, Equatable {
  /// A file may have millions, so only this many are kept in words.
  public static let kept = 100

  /// The first warnings, in the order they arose.
  public private(set) var first: [InterchangeWarning] = []
  /// How many there were in all.
  public private(set) var count = 0

  mutating func add(line: Int, field: String = "", _ message: @autoclosure () -> String) {
    count += 1
    guard first.count < Self.kept else { return }
    first.append(InterchangeWarning(line: line, field: field, message: message()))
  }
}

/// A place in a file.
struct SourcePlace: Sendable, Equatable {
  var line = 1
  var column = 1
  var offset = 0

  /// The place this many bytes later.
  func advanced(over bytes: some Sequence<UInt8>) -> SourcePlace {
    var place = self
    for byte in bytes {
      place.offset += 1
      if byte == 0x0A {
        place.line += 1
        place.column = 1
      } else if byte & 0xC0 != 0x80 {
        // Bytes that continue a character are no column of their own.
        place.column += 1
      }
    }
    return place
  }
}
