internal import Screens
internal import Yams

/// Somebody's own keys: a YAML file from an action's name to a key or a list of keys.
///
/// ```yaml
/// close: x
/// down: [j, ctrl-n]
/// ```
enum KeyWishes {
  /// The keymap with a file's wishes, and what is wrong with them in words.
  static func keymap(_ path: String) -> (Keymap, complaints: [String]) {
    guard let text = readFile(path) else { return (.standard, []) }
    do {
      guard let wishes = try Yams.compose(yaml: text)?.mapping else {
        return (.standard, ["\(path): write 'action: key' lines"])
      }
      var overrides: [String: [String]] = [:]
      var complaints: [String] = []
      for (name, value) in wishes {
        let keys = value.sequence?.compactMap(\.string) ?? value.string.map { [$0] }
        guard let name = name.string, let keys else {
          let line = value.mark?.line ?? 0
          complaints.append("\(path), line \(line): write a key or a list of keys")
          continue
        }
        overrides[name] = keys
      }
      let (keymap, conflicts) = Keymap.with(overrides: overrides)
      return (keymap, complaints + conflicts.map { "\(path): \($0)" })
    } catch {
      let reason = "\(error)".split(separator: "\n").first.map(String.init) ?? "not YAML"
      return (.standard, ["\(path): \(reason)"])
    }
  }
}
