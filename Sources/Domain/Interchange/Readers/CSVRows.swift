/// Cuts CSV (RFC 4180), fed in chunks, into rows of fields.
///
/// A quote opens a quoted field only as the field's first character; inside,
/// two quotes are one and line ends are text. It reads byte by byte and keeps
/// nothing but the row it is in, so chunks may end anywhere.
struct CSVRows {
  /// One row and the place where it begins.
  struct Row: Equatable {
    var place: SourcePlace
    var fields: [[UInt8]]
  }

  private enum State {
    case fieldStart
    case plain
    case quoted
    /// After a quote inside quotes: the field's end, or half of a doubled one.
    case quoteInQuotes
  }

  private let delimiter: UInt8
  private let limit: Int
  private var state = State.fieldStart
  private var field: [UInt8] = []
  private var row: Row?
  private var size = 0

  init(delimiter: UInt8, limit: Int) {
    self.delimiter = delimiter
    self.limit = limit
  }

  /// The next row; nil when more must be fed first, or after the end.
  ///
  /// Empty lines are no rows.
  mutating func next(from buffer: inout SourceBuffer) throws(InterchangeError) -> Row? {
    var at = buffer.start
    let end = buffer.end
    while at < end {
      let byte = buffer.bytes[at]
      if row == nil {
        if byte == 0x0A || byte == 0x0D {
          at += 1
          buffer.consume(to: at)
          continue
        }
        row = Row(place: buffer.place, fields: [])
        size = 0
      }
      at += 1
      size += 1
      guard size <= limit else { throw tooLong() }
      switch (state, byte) {
      case (.quoted, 0x22): state = .quoteInQuotes
      case (.quoted, _): field.append(byte)
      case (.quoteInQuotes, 0x22):
        field.append(byte)
        state = .quoted
      case (.fieldStart, 0x22): state = .quoted
      case (_, delimiter): endField()
      case (_, 0x0A):
        buffer.consume(to: at)
        return endRow()
      case (_, 0x0D):
        // The line feed that follows is an empty line, and those are passed over.
        buffer.consume(to: at)
        return endRow()
      case (.quoteInQuotes, _):
        throw InterchangeError(
          at: buffer.place(of: at - 1), "a quoted field goes on after its closing quote",
          advice: "write a quote inside quotes as two")
      default:
        field.append(byte)
        state = .plain
      }
    }
    buffer.consume(to: at)
    guard buffer.isFinished, let row else { return nil }
    guard state != .quoted else {
      throw InterchangeError(
        at: row.place, "a quote is opened in this row and never closed",
        advice: "close it, or export the file again: it may be cut short")
    }
    return endRow()
  }

  private mutating func endField() {
    row?.fields.append(field)
    field.removeAll(keepingCapacity: true)
    state = .fieldStart
  }

  private mutating func endRow() -> Row? {
    endField()
    defer { row = nil }
    return row
  }

  private func tooLong() -> InterchangeError {
    let place = row?.place ?? SourcePlace()
    return InterchangeError(
      at: place, "a single row of more than \(limit >> 20) MiB at line \(place.line)",
      advice: "check that its quotes are closed")
  }
}
