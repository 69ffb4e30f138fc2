import Domain

/// People of the case data, who have only names: up to 16 bytes, kept inside their ids.
enum VectorName {
  static func id(_ name: String) -> EntityID {
    var bytes = Array(name.utf8.prefix(16))
    bytes += [UInt8](repeating: 0, count: 16 - bytes.count)
    let halves = [bytes.prefix(8), bytes.suffix(8)].map { half in
      half.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    }
    return EntityID(high: halves[0], low: halves[1])
  }

  static func name(_ id: EntityID) -> String {
    let bytes = [id.high, id.low].flatMap { half in
      (0..<8).map { UInt8(truncatingIfNeeded: half >> UInt64(56 - $0 * 8)) }
    }
    return String(decoding: bytes.filter { $0 != 0 }, as: UTF8.self)
  }
}
