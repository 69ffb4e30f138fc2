/// Reads the bytes of a TZif file front to back, RFC 9636 section 3.
///
/// A file is a header and a block with 32-bit times; from version 2 on a second
/// header and a block with 64-bit times follow, and a footer: a POSIX TZ string
/// between two line feeds. A header counts what its block holds:
///
/// ```
/// "TZif" version(1) reserved(15) isutcnt isstdcnt leapcnt timecnt typecnt charcnt   (4 each)
/// ```
struct TZifReader {
  private let bytes: [UInt8]
  private var at = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func read() throws(TZifProblem) -> (TZifBlock, PosixRule?) {
    let (version, counts) = try header()
    guard version >= 2 else { return (try block(counts, timeSize: 4), nil) }
    try skip(counts.size(timeSize: 4))
    let (again, wide) = try header()
    guard again == version else { throw TZifProblem("its two headers differ in version") }
    let block = try block(wide, timeSize: 8)
    return (block, try footer())
  }

  private struct Counts {
    var ut = 0
    var standard = 0
    var leap = 0
    var time = 0
    var type = 0
    var char = 0

    func size(timeSize: Int) -> Int {
      time * (timeSize + 1) + type * 6 + char + leap * (timeSize + 4) + standard + ut
    }
  }

  private mutating func header() throws(TZifProblem) -> (version: Int, Counts) {
    guard try take(4).elementsEqual("TZif".utf8) else {
      throw TZifProblem("it does not begin with TZif")
    }
    let version: Int
    switch try byte() {
    case 0: version = 1
    case let digit where digit >= 0x32: version = Int(digit) - 0x30
    default: throw TZifProblem("its version is none that exists")
    }
    try skip(15)
    var counts = Counts()
    counts.ut = try count()
    counts.standard = try count()
    counts.leap = try count()
    counts.time = try count()
    counts.type = try count()
    counts.char = try count()
    guard (1...256).contains(counts.type), counts.char > 0 else {
      throw TZifProblem("it has no local time types")
    }
    guard counts.ut == 0 || counts.ut == counts.type,
      counts.standard == 0 || counts.standard == counts.type
    else { throw TZifProblem("its counts contradict each other") }
    return (version, counts)
  }

  private mutating func block(_ counts: Counts, timeSize: Int) throws(TZifProblem) -> TZifBlock {
    guard counts.leap == 0 else {
      throw TZifProblem("it counts leap seconds, which we do not (use the file outside right/)")
    }
    guard counts.size(timeSize: timeSize) <= bytes.count - at else {
      throw TZifProblem("it is cut off")
    }
    var block = TZifBlock()
    block.changes.reserveCapacity(counts.time)
    for _ in 0..<counts.time {
      let time = try integer(timeSize)
      if let last = block.changes.last, time <= last {
        throw TZifProblem("its changes are not in order")
      }
      block.changes.append(time)
    }
    block.types = Array(try take(counts.time))
    for type in block.types where Int(type) >= counts.type {
      throw TZifProblem("a change leads to a type that is not there")
    }
    for _ in 0..<counts.type {
      let offset = try integer(4)
      guard (-89_999...93_599).contains(offset) else {
        throw TZifProblem("an offset of \(offset) s is further from UTC than any can be")
      }
      try skip(2)
      block.offsets.append(Int32(offset))
    }
    try skip(counts.char + counts.standard + counts.ut)
    return block
  }

  private mutating func footer() throws(TZifProblem) -> PosixRule? {
    guard try byte() == 0x0A else { throw TZifProblem("its footer is missing") }
    guard let end = bytes[at...].firstIndex(of: 0x0A) else {
      throw TZifProblem("its footer does not end")
    }
    let text = bytes[at..<end]
    at = end + 1
    guard !text.isEmpty else { return nil }
    guard let rule = PosixRule(text) else {
      throw TZifProblem("the rule \"\(String(decoding: text, as: UTF8.self))\" cannot be read")
    }
    return rule
  }

  private mutating func count() throws(TZifProblem) -> Int {
    let value = Int(try integer(4))
    guard (0...Zone.largestFile).contains(value) else { throw TZifProblem("a count is too large") }
    return value
  }

  /// A big-endian two's complement integer of 4 or 8 bytes.
  private mutating func integer(_ size: Int) throws(TZifProblem) -> Int64 {
    let bits = try take(size).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return size == 4
      ? Int64(Int32(truncatingIfNeeded: bits)) : Int64(truncatingIfNeeded: bits)
  }

  private mutating func byte() throws(TZifProblem) -> UInt8 {
    guard at < bytes.count else { throw TZifProblem("it is cut off") }
    at += 1
    return bytes[at - 1]
  }

  private mutating func take(_ count: Int) throws(TZifProblem) -> ArraySlice<UInt8> {
    let start = at
    try skip(count)
    return bytes[start..<at]
  }

  private mutating func skip(_ count: Int) throws(TZifProblem) {
    guard count <= bytes.count - at else { throw TZifProblem("it is cut off") }
    at += count
  }
}
