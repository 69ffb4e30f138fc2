/// One value of a schedule file under the name of its field, and what can be read from it.
///
/// An item of a list keeps the name of the list. Each reading throws with the
/// place when the value is of another kind, and says what is allowed.
struct ScheduleField {
  let name: String
  let tree: YAMLTree

  /// What is wrong with the value.
  func fault(_ reason: String) -> ScheduleFault {
    ScheduleFault(tree.place, field: name, reason)
  }

  /// A text, which is not empty; `kind` says in errors what it should be: `a handle such as ana`.
  func text(_ kind: String) throws(ScheduleFault) -> String {
    guard !tree.isNull else { throw fault("is empty; write \(kind)") }
    guard case .text(let text, _) = tree.content else {
      throw fault("is \(tree.kind); write \(kind)")
    }
    guard !text.isEmpty else { throw fault("is empty; write \(kind)") }
    return text
  }

  /// A whole number within bounds.
  func integer(in range: ClosedRange<Int>) throws(ScheduleFault) -> Int {
    let kind = "a whole number from \(range.lowerBound) to \(range.upperBound)"
    let text = try text(kind)
    guard let number = Int(text), range.contains(number) else {
      throw fault("'\(text.shown)' is not allowed; write \(kind)")
    }
    return number
  }

  /// True or false.
  func bool() throws(ScheduleFault) -> Bool {
    let text = try text("true or false")
    switch text.lowercased() {
    case "true": return true
    case "false": return false
    default: throw fault("'\(text.shown)' is not allowed; write true or false")
    }
  }

  /// One of a few words.
  func word<Value>(of choices: [(name: String, value: Value)]) throws(ScheduleFault) -> Value {
    let names = choices.map(\.name)
    let allowed = "write \(names.inWords)"
    let text = try text(names.inWords)
    if let choice = choices.first(where: { $0.name == text.lowercased() }) { return choice.value }
    let near = nearWords(to: text, among: names)
    throw fault("'\(text.shown)' is not allowed; \(near.isEmpty ? allowed : near.question)")
  }

  /// The items of a list, each under the name of the list.
  func items(_ kind: String) throws(ScheduleFault) -> [ScheduleField] {
    guard case .list(let items) = tree.content else {
      throw fault(tree.isNull ? "is empty; write \(kind)" : "is \(tree.kind); write \(kind)")
    }
    return items.map { ScheduleField(name: name, tree: $0) }
  }

  /// The items of a list, or the one value that stands there without.
  var itemsOrOne: [ScheduleField] {
    guard case .list(let items) = tree.content else { return [self] }
    return items.map { ScheduleField(name: name, tree: $0) }
  }
}

/// The fields of one thing in a schedule file; every name is one of those it may have.
struct ScheduleFields {
  /// Where they begin.
  let field: ScheduleField
  private let fields: [String: ScheduleField]

  /// The fields of a value; `thing` is what it is: `a rotation`.
  init(
    _ field: ScheduleField, of thing: String, named allowed: [String]
  ) throws(ScheduleFault) {
    self.field = field
    let names = allowed.joined(separator: ", ")
    guard case .members(let members) = field.tree.content else {
      let kind = field.tree.isNull ? "is empty" : "is \(field.tree.kind)"
      throw field.fault("\(kind); write \(thing) with the fields \(names)")
    }
    var fields: [String: ScheduleField] = [:]
    for (name, value) in members {
      guard case .text(let text, _) = name.content else {
        throw ScheduleFault(
          name.place, "the name of a field is \(name.kind); the fields of \(thing) are \(names)")
      }
      guard allowed.contains(text) else {
        let near = nearWords(to: text, among: allowed)
        let advice = near.isEmpty ? "the fields are \(names)" : near.question
        throw ScheduleFault(name.place, field: text, "is no field of \(thing); \(advice)")
      }
      fields[text] = ScheduleField(name: text, tree: value)
    }
    self.fields = fields
  }

  /// A field; nil when it is not there or null.
  subscript(_ name: String) -> ScheduleField? {
    guard let field = fields[name], !field.tree.isNull else { return nil }
    return field
  }

  /// A field that must be there, with what to write when it is not.
  func required(_ name: String, _ kind: String) throws(ScheduleFault) -> ScheduleField {
    if let field = self[name] { return field }
    if let empty = fields[name] { throw empty.fault("is empty; write \(kind)") }
    throw ScheduleFault(field.tree.place, field: name, "is missing; write \(kind)")
  }
}

extension YAMLTree {
  /// What it is, for people who expected something else.
  fileprivate var kind: String {
    switch content {
    case .text: "a text"
    case .list: "a list"
    case .members: "a block of fields"
    }
  }
}

extension [String] {
  /// The words with commas and a last `or`: `hour, day, week or month`.
  var inWords: String {
    guard let last, count > 1 else { return first ?? "" }
    return dropLast().joined(separator: ", ") + " or " + last
  }

  fileprivate var question: String { "did you mean \(inWords)?" }
}
