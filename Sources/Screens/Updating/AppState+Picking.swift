import Canvas
import Domain

extension AppState {
  func statusPicker(_ targets: Targets) -> Picker {
    let known = knownTargets.map(\.status)
    let items = Status.allCases.map { status in
      Picker.Item(
        value: status.name, note: status.isOpen ? "open" : "closed", mark: Style(status.role),
        had: share(known.filter { $0 == status }.count, of: known.count))
    }
    var picker = Picker(purpose: .status, targets: targets, items: items)
    picker.cursor = items.firstIndex { $0.had == .all } ?? 0
    return picker
  }

  func priorityPicker(_ targets: Targets) -> Picker {
    let known = knownTargets.map(\.priority)
    let items = Priority.allCases.map { priority in
      Picker.Item(
        value: priority.name, note: "\(priority.rawValue)", mark: Style(priority.role),
        had: share(known.filter { $0 == priority }.count, of: known.count))
    }
    var picker = Picker(purpose: .priority, targets: targets, items: items)
    picker.cursor = items.firstIndex { $0.had == .all } ?? 0
    return picker
  }

  func labelPicker(_ targets: Targets) -> Picker {
    let known = knownTargets
    var labels = words.labels
    for label in known.flatMap(\.labels) where !labels.contains(where: { $0.name == label.name }) {
      labels.append(label)
    }
    let items = labels.map { label in
      Picker.Item(
        value: label.name, mark: Style(.label, tint: label.tint),
        had: share(
          known.filter { $0.labels.contains { $0.name == label.name } }.count, of: known.count))
    }
    return Picker(purpose: .label, targets: targets, items: chosenFirst(items))
  }

  func assignPicker(_ targets: Targets) -> Picker {
    let known = knownTargets
    let items = handles(besides: known.flatMap(\.assignees)).map { handle, name in
      Picker.Item(
        value: handle, note: name, mark: Style(.person),
        had: share(known.filter { $0.assignees.contains(handle) }.count, of: known.count))
    }
    return Picker(purpose: .assign, targets: targets, items: chosenFirst(items))
  }

  func ownerPicker(_ targets: Targets) -> Picker {
    let known = knownTargets
    let owners = known.compactMap(\.owner)
    let people = handles(besides: owners).map { handle, name in
      Picker.Item(
        value: handle, note: name, mark: Style(.person),
        had: share(owners.filter { $0 == handle }.count, of: known.count))
    }
    let nobody = Picker.Item(
      value: Picker.nobody, note: "take the owner off", mark: Style(.dim),
      had: share(known.count - owners.count, of: known.count))
    var picker = Picker(purpose: .own, targets: targets, items: people + [nobody])
    picker.cursor = picker.items.firstIndex { $0.had == .all } ?? 0
    return picker
  }

  /// Everybody, me first, and those an issue names who are not in the workspace's list.
  private func handles(besides others: [String]) -> [(handle: String, name: String)] {
    var people = words.people.map { (handle: $0.handle, name: $0.name) }
    for handle in others where !people.contains(where: { $0.handle == handle }) {
      people.append((handle: handle, name: ""))
    }
    guard let place = people.firstIndex(where: { $0.handle == me }) else { return people }
    let mine = people.remove(at: place)
    people.insert(
      (handle: mine.handle, name: mine.name.isEmpty ? "you" : mine.name + " · you"), at: 0)
    return people
  }

  private func share(_ count: Int, of total: Int) -> Picker.Item.Share {
    count == 0 ? .none : count == total ? .all : .some
  }

  private func chosenFirst(_ items: [Picker.Item]) -> [Picker.Item] {
    items.filter { $0.had != .none } + items.filter { $0.had == .none }
  }

  /// Keys in a picker: letters narrow it, Tab turns on and off, Enter takes.
  mutating func take(_ key: Key, _ picker: Picker) -> [Effect] {
    var picker = picker
    switch key {
    case .esc, .ctrl("c"):
      overlay = nil
      return []
    case .enter: return finish(picker)
    case .up, .ctrl("p"), .backtab: picker.move(-1)
    case .down, .ctrl("n"): picker.move(1)
    case .pageDown: picker.move(10)
    case .pageUp: picker.move(-10)
    case .tab where picker.isMultiple: picker.toggleAndMove()
    case .character(" ") where picker.isMultiple && picker.editor.isEmpty: picker.toggleAndMove()
    case .tab:
      if case .shift(let wish) = picker.purpose {
        askForTimes(wish)
        return []
      }
      picker.move(1)
    case .character(let digit) where picker.purpose == .priority && digit.isWholeNumber:
      guard let index = digit.wholeNumberValue, picker.items.indices.contains(index) else { break }
      picker.editor = LineEditor()
      picker.cursor = index
      return finish(picker)
    default:
      guard picker.editor.take(key) != .ignored else {
        complain("\(key) does nothing here; Enter takes, Esc goes back")
        return []
      }
      picker.cursor = 0
    }
    overlay = .picker(picker)
    return []
  }

  /// Does what was picked; with nothing turned on or off, the line under the cursor counts.
  mutating func finish(_ picker: Picker) -> [Effect] {
    if let wish = picker.shiftWish { return finish(picker, wish) }
    var picker = picker
    if picker.isMultiple, !picker.isTouched { picker.toggle() }
    overlay = nil
    if case .watch(let choice, _) = picker.purpose { return choose(picker.chosen, for: choice) }
    guard let verb = picker.verb() else {
      say("nothing was changed")
      return []
    }
    return [picker.targets.perform(verb)]
  }
}

extension Picker {
  mutating func move(_ step: Int) {
    cursor = min(max(0, cursor + step), max(0, choiceCount - 1))
  }

  /// Turns on or off and goes on to the next line, so that a row of them is a row of Tabs.
  mutating func toggleAndMove() {
    toggle()
    if editor.isEmpty { move(1) }
  }
}

extension Label {
  /// The label's colour as a number; nil when nobody chose one.
  var tint: UInt32? { color.utf8.count == 6 ? UInt32(color, radix: 16) : nil }
}

extension Status {
  /// How the status is drawn.
  var role: Role {
    switch self {
    case .triage: .statusTriage
    case .todo: .statusTodo
    case .doing: .statusDoing
    case .review: .statusReview
    case .done: .statusDone
    case .dropped: .statusDropped
    }
  }
}

extension Priority {
  /// How the priority is drawn.
  var role: Role {
    switch self {
    case .urgent: .priorityUrgent
    case .high: .priorityHigh
    case .normal: .priorityNormal
    case .low: .priorityLow
    case .none: .priorityNone
    }
  }
}
