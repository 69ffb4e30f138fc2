/// Names for records that name nothing by which the next import could know them: a hash of what
/// each says, and which of the equal ones it is.
public struct RowNames: Sendable {
  private var met: [UInt64: Int] = [:]

  /// Names of nothing yet.
  public init() {}

  /// The name of the next record of a fingerprint: `row-9f3c`, then `row-9f3c-2`.
  public mutating func next(_ fingerprint: UInt64) -> String {
    let count = met[fingerprint, default: 0] + 1
    met[fingerprint] = count
    let row = "row-" + String(fingerprint, radix: 16)
    return count == 1 ? row : "\(row)-\(count)"
  }
}
