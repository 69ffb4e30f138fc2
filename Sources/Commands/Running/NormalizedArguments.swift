internal import Domain

/// The arguments as the parser expects them.
///
/// - `--workspace PATH` and `--as HANDLE` before the command move behind it:
///   `watchbill --as ana undo` is `watchbill undo --as ana`.
/// - `--json` takes what follows only when that can be a list of fields, so that
///   `issue list --json is:open` has a query and `issue list --json key,title` has fields.
/// - A query may deny with a dash, which the parser would take for an option:
///   `issue list -label:bug` is `issue list 'NOT label:bug'`.
func normalized(_ arguments: [String]) -> [String] {
  let end = arguments.firstIndex(of: "--") ?? arguments.endIndex
  var words = Array(arguments[..<end])
  var leading: [String] = []
  while let first = words.first, let count = lengthOfGlobalOption(first), words.count > count {
    leading += words.prefix(count)
    words.removeFirst(count)
  }
  words = denials(words)
  var result: [String] = []
  var index = 0
  while index < words.count {
    let word = words[index]
    index += 1
    guard word == "--json" else {
      result.append(word)
      continue
    }
    if index < words.count, isFieldList(words[index]) {
      result.append("--json=\(words[index])")
      index += 1
    } else {
      result.append("--json=\(JSONFields.allOfThem)")
    }
  }
  return result + leading + arguments[end...]
}

/// The words with denials of queries spelt out, where a query may stand.
private func denials(_ words: [String]) -> [String] {
  let isQueryCommand =
    words.first == "search" || words.first == "export"
    || [["issue", "list"], ["issue", "ls"]].contains(Array(words.prefix(2)))
  return words.indices.map { index in
    let word = words[index]
    let isQuery = isQueryCommand || (index > 0 && words[index - 1] == "--query")
    // Two characters are an option of one letter: -h.
    guard isQuery, word.hasPrefix("-"), !word.hasPrefix("--"), word.utf8.count > 2 else {
      return word
    }
    return "NOT \(word.dropFirst())"
  }
}

/// How many words a global option takes here; nil for anything else.
private func lengthOfGlobalOption(_ word: String) -> Int? {
  if word == "--workspace" || word == "--as" { return 2 }
  return word.hasPrefix("--workspace=") || word.hasPrefix("--as=") ? 1 : nil
}

/// Whether a word looks like `key` or `key,title`: lower-case letters and `_`, with commas.
private func isFieldList(_ word: String) -> Bool {
  !word.isEmpty
    && word.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x5F || $0 == 0x2C }
}
