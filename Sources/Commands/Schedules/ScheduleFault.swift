/// What is wrong in a schedule file, where, and what may stand there instead.
struct ScheduleFault: Error, Equatable {
  /// Counts from 1.
  let line: Int
  /// Counts characters from 1.
  let column: Int
  /// The name before the colon; empty where it is not one field that is wrong.
  var field = ""
  /// What is wrong; what is allowed.
  let reason: String
  /// Whether the machine lacks something that the file may well ask for.
  var isMachine = false

  init(_ place: YAMLTree.Place, field: String = "", _ reason: String) {
    line = place.line
    column = place.column
    self.field = field.shown
    self.reason = reason
  }
}

extension String {
  /// What somebody wrote as an error repeats it: on one line, its first 60 characters.
  var shown: String {
    let line = String(prefix(61).map { $0.isNewline ? " " : $0 })
    return line.count > 60 ? line.prefix(59) + "…" : line
  }
}

extension ScheduleFault: CustomStringConvertible {
  /// The place, the field and the reason, for the file's name in front: `7:22: unit: ...`.
  var description: String { "\(line):\(column): \(field.isEmpty ? "" : field + ": ")\(reason)" }
}
