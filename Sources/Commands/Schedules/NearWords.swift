internal import Domain

/// The words nearest to a mistyped one, whatever the case of either; three at most.
func nearWords(to typed: String, among words: [String]) -> [String] {
  var written: [String: String] = [:]
  var lowered: [String] = []
  for word in words {
    let low = word.lowercased()
    guard written[low] == nil else { continue }
    written[low] = word
    lowered.append(low)
  }
  return nearestWords(to: typed, among: lowered).compactMap { written[$0] }
}
