extension Zone {
  /// Bytes beyond which no zone file is read; the largest in use has 4 KiB.
  static let largestFile = 1 << 20

  /// A zone from the bytes of a TZif file, version 1 to 4 (RFC 9636).
  ///
  /// The 64-bit block is used where there is one, and the rule in the footer
  /// for what lies after its last change. Any bytes may come in: what breaks a
  /// rule of the format throws `ZoneError.malformed`, and so does a file that
  /// counts leap seconds (`right/...`), because our instants do not.
  public init(name: String, tzif bytes: [UInt8]) throws(ZoneError) {
    do throws(TZifProblem) {
      guard bytes.count <= Zone.largestFile else { throw TZifProblem("it is larger than 1 MiB") }
      var reader = TZifReader(bytes)
      let (block, rule) = try reader.read()
      self.init(name: name, block, rule)
    } catch {
      throw .malformed(name: name, problem: error.text)
    }
  }

  private init(name: String, _ block: TZifBlock, _ rule: PosixRule?) {
    var changes: [Int64] = []
    var offsets: [Int32] = [block.offsets[0]]
    func add(_ at: Int64, _ offset: Int32) {
      guard offset != offsets[offsets.count - 1], at <= LocalTime.most else { return }
      guard at >= -LocalTime.most else {
        offsets[0] = offset
        return
      }
      changes.append(at)
      offsets.append(offset)
    }
    for (at, type) in zip(block.changes, block.types) { add(at, block.offsets[Int(type)]) }
    guard let rule else {
      self.init(name: name, changes: changes, offsets: offsets, horizon: nil)
      return
    }
    // Before the year 1 nobody plans, and the arithmetic stays small whatever the bytes say.
    let last = min(max(block.changes.last ?? Int64.min, Zone.yearOne), LocalTime.most)
    guard rule.summer != nil else {
      if block.changes.isEmpty { add(last, rule.standardOffset) }
      self.init(name: name, changes: changes, offsets: offsets, horizon: nil)
      return
    }
    let firstYear = CivilDate(daysSinceEpoch: Int(last / 86_400)).year
    for change in rule.changes(inYears: firstYear - 1...firstYear + 402) where change.at > last {
      add(change.at, change.offset)
    }
    let end = Int64(PosixRule.days(beforeYear: firstYear + 402)) * 86_400
    self.init(name: name, changes: changes, offsets: offsets, horizon: end)
  }

  /// 0001-01-01T00:00:00Z.
  private static let yearOne: Int64 = -62_135_596_800
}

/// What is wrong with the bytes of a TZif file, as the end of a sentence.
struct TZifProblem: Error {
  let text: String

  init(_ text: String) {
    self.text = text
  }
}

/// The changes of one block of a TZif file.
struct TZifBlock {
  var changes: [Int64] = []
  /// The type each change leads to, an index into `offsets`.
  var types: [UInt8] = []
  /// Seconds east of UTC per type, never empty; type 0 holds before the first change.
  var offsets: [Int32] = []
}
