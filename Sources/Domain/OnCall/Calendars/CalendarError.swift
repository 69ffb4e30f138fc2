/// Why an iCalendar file cannot be read: what is wrong, on which line, and what to do.
public struct CalendarError: Error, Sendable, Equatable {
  /// Counts from 1; of a folded line its first.
  public var line: Int
  /// What is wrong.
  public var message: String
  /// What to do about it.
  public var advice: String

  init(_ line: Int, _ message: String, advice: String) {
    self.line = line
    self.message = message
    self.advice = advice
  }
}

extension CalendarError: CustomStringConvertible {
  /// The sentence people read; the caller puts the file's name before it.
  public var description: String { "line \(line): \(message); \(advice)" }
}
