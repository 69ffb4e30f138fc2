extension Action {
  /// The keys as a table for the README.
  public static var markdownTable: String {
    var text = "| key | what | |\n| --- | --- | --- |\n"
    for action in table {
      let keys = action.shownKeys.map { "`\($0)`" }.joined(separator: " ")
      text += "| \(keys) | \(action.name) | \(action.help) |\n"
    }
    return text
  }

  /// The default keys as the documented YAML file `data/keys.yaml`.
  public static var yaml: String {
    var text = """
      # The keys of Watchbill, as shipped. Copy what you want to change into
      # ~/.config/watchbill/keys.yaml; an action named there has the keys given
      # there and no others. Names: j, G, space, enter, esc, tab, up, pgdn, home, f5,
      # ctrl-d, alt-1, shift-tab. Keys pressed one after the other: "g g".
      # What cannot be had (a key two actions want) is said at the start.

      """
    for group in Group.allCases {
      text += "\n# \(group.rawValue)\n"
      for action in table where action.group == group {
        let keys = action.keys.map { "\"\($0)\"" }.joined(separator: ", ")
        text += "\(action.id.rawValue): [\(keys)]  # \(action.name): \(action.help)\n"
      }
    }
    return text
  }

  /// The keys for people, a row of nine said as its first and last.
  private var shownKeys: [String] {
    keys.count < 5 ? keys : [keys[0] + "…" + keys[keys.count - 1]]
  }
}
