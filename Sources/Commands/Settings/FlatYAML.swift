/// The part of YAML that settings are written in: a name, a colon and a text in each line.
///
/// ```yaml
/// # a comment
/// theme: day
/// editor: "code --wait"   # a text in quotation marks, single or double
/// ```
///
/// It is read by hand because that happens on the way to the first frame.
enum FlatYAML {
  /// What is wrong in a text, and where.
  struct Fault: Error, Equatable, CustomStringConvertible {
    /// The line, from 1.
    let line: Int
    /// The name before the colon; empty when there is none.
    var field = ""
    let reason: String

    /// `line 3, theme: is empty`.
    var description: String { "line \(line)\(field.isEmpty ? "" : ", \(field)"): \(reason)" }
  }

  /// The entries of a text, in its order.
  static func entries(of text: String) throws(Fault) -> [(name: String, Settings.Entry)] {
    var entries: [(name: String, Settings.Entry)] = []
    var number = 0
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      number += 1
      let content = line.trimmed
      guard !content.isEmpty, content.first != "#", content != "---" else { continue }
      entries.append(try entry(line, number))
    }
    return entries
  }

  private static func entry(
    _ line: Substring, _ number: Int
  ) throws(Fault) -> (name: String, Settings.Entry) {
    guard let colon = line.firstIndex(of: ":"),
      line[colon...].dropFirst().first.map({ $0 == " " || $0 == "\t" }) ?? true
    else { throw Fault(line: number, reason: "write it as 'name: text'") }
    let name = String(line[..<colon].trimmed)
    guard line.first?.isWhitespace == false, !name.isEmpty else {
      throw Fault(
        line: number, field: name, reason: "must stand at the beginning of its line")
    }
    do throws(Fault) {
      let text = try text(line[colon...].dropFirst().trimmed, number)
      guard !text.isEmpty, text != "~" else {
        throw Fault(line: number, reason: "is empty; write a text, or take the line away")
      }
      return (name, Settings.Entry(text: text, line: number))
    } catch {
      throw Fault(line: number, field: name, reason: error.reason)
    }
  }

  /// A text in quotation marks, or as it stands up to a comment.
  private static func text(_ value: Substring, _ number: Int) throws(Fault) -> String {
    switch value.first {
    case "\"", "'": return try quoted(value, number)
    case "[", "{", "|", ">", "&", "*", "!":
      throw Fault(line: number, reason: "takes one text; put it in quotation marks")
    default:
      var end = value.startIndex
      var isAfterBlank = true
      while end < value.endIndex, !(isAfterBlank && value[end] == "#") {
        isAfterBlank = value[end].isWhitespace
        end = value.index(after: end)
      }
      return String(value[..<end].trimmed)
    }
  }

  /// `"a \"b\" c"` or `'it''s'`, and nothing but a comment behind it.
  private static func quoted(_ value: Substring, _ number: Int) throws(Fault) -> String {
    let mark = value.first
    var text = ""
    var rest = value.dropFirst()
    while let character = rest.popFirst() {
      if mark == "\"", character == "\\", let next = rest.popFirst() {
        text.append(next)
      } else if character == mark, mark == "'", rest.first == mark {
        text.append(rest.removeFirst())
      } else if character == mark {
        let behind = rest.trimmed
        guard behind.isEmpty || behind.first == "#" else {
          throw Fault(line: number, reason: "has something behind its quotation mark")
        }
        return text
      } else {
        text.append(character)
      }
    }
    throw Fault(line: number, reason: "lacks its second quotation mark")
  }
}

extension Substring {
  /// Without the blanks around it.
  fileprivate var trimmed: Substring {
    var rest = self
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return rest
  }
}
