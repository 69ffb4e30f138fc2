import Canvas
import Domain

/// A list to choose from, narrowed by typing.
struct Picker: Sendable, Equatable {
  enum Purpose: Sendable, Equatable {
    case assign, own, label, priority, status
    /// Somebody for a shift.
    case shift(ShiftWish)
    /// A shift that comes back, one for each item.
    case swap(ShiftWish, [Shift])
    /// A choice about a page, a service or a handoff.
    case watch(WatchChoice, title: String)
  }

  /// Something to choose.
  struct Item: Sendable, Equatable {
    /// What is chosen, as the verb wants it.
    var value: String
    /// What is said beside it.
    var note = ""
    var mark = Style(.text)
    /// How many of the issues have it: none, some or all.
    var had = Share.none
    /// What somebody made of it; nil leaves it as it was.
    var wish: Bool?

    enum Share: Sendable, Equatable {
      case none, some, all
    }

    var isOn: Bool { wish ?? (had == .all) }
  }

  var purpose: Purpose
  /// The issues it is about; none for a choice about watches.
  var targets = Targets.marked([])
  var items: [Item]
  var editor = LineEditor()
  /// The index among those that match.
  var cursor = 0

  /// Whether several can be chosen.
  var isMultiple: Bool { purpose == .assign || purpose == .label }

  var title: String {
    switch purpose {
    case .assign: "Who helps with \(targets.words)?"
    case .own: "Who owns \(targets.words)?"
    case .label: "Labels of \(targets.words)"
    case .priority: "Priority of \(targets.words)"
    case .status: "Where does \(targets.words) stand?"
    case .shift(let wish), .swap(let wish, _): wish.title
    case .watch(_, let title): title
    }
  }

  /// The indices of the items that match what was typed, best first.
  var matches: [Int] {
    guard !editor.isEmpty else { return Array(items.indices) }
    let wanted = editor.text
    return items.indices
      .compactMap { index in
        let name = Fuzzy.score(wanted, in: items[index].value)
        let note = Fuzzy.score(wanted, in: items[index].note).map { $0 / 2 }
        return [name, note].compactMap(\.self).max().map { (index, $0) }
      }
      .sorted { ($0.1, $1.0) > ($1.1, $0.0) }
      .map(\.0)
  }

  /// What was typed, where it can be taken although it is not in the list: a label that would be
  /// made, or a time.
  var proposal: String? {
    guard editor.hasWords else { return nil }
    let name = editor.text.trimmed
    let isNew = !items.contains { $0.value.lowercased() == name.lowercased() }
    switch purpose {
    case .label: return isNew ? name : nil
    case .watch(let choice, _):
      return isNew && choice.takesTimes && TypedTime(name) != nil ? name : nil
    case .assign, .own, .priority, .status, .shift, .swap: return nil
    }
  }

  /// The value under the cursor; nil when there is none.
  var chosen: String? {
    let matches = matches
    return matches.indices.contains(cursor) ? items[matches[cursor]].value : proposal
  }

  /// How many lines there are to choose from.
  var choiceCount: Int { matches.count + (proposal == nil ? 0 : 1) }

  /// Turns the item under the cursor on or off.
  mutating func toggle() {
    let matches = matches
    if matches.indices.contains(cursor) {
      let index = matches[cursor]
      items[index].wish = !items[index].isOn
    } else if let name = proposal {
      items.append(Item(value: name, note: "new", mark: Style(.label), wish: true))
      editor = LineEditor()
      cursor = items.count - 1
    }
  }

  /// Whether anything was turned on or off.
  var isTouched: Bool { items.contains { $0.wish != nil } }

  /// The verb for what was chosen; nil when nothing would change.
  func verb() -> IssueVerb? {
    switch purpose {
    case .assign, .label:
      let add = items.filter { $0.wish == true && $0.had != .all }.map(\.value)
      let remove = items.filter { $0.wish == false && $0.had != .none }.map(\.value)
      guard !(add.isEmpty && remove.isEmpty) else { return nil }
      return purpose == .assign
        ? .assign(add: add, remove: remove) : .label(add: add, remove: remove)
    case .watch: return nil
    case .own, .priority, .status:
      guard let value = chosen else { return nil }
      switch purpose {
      case .own: return .own(value == Picker.nobody ? nil : value)
      case .priority: return Priority(name: value).map(IssueVerb.priority)
      default: return Status(name: value).map(IssueVerb.status)
      }
    case .shift, .swap: return nil
    }
  }

  /// The line that takes the owner off.
  static let nobody = "nobody"
}

extension String {
  /// Without the blanks around it.
  var trimmed: String {
    var rest = self[...]
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}
