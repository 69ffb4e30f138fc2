internal import Domain

extension Prompt.Question {
  /// A question as typed: `done:What shipped?`, or words alone for one of no such kind.
  init(typed text: String) throws(Failure) {
    let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
    let role = Role.allCases.first { $0.name == parts.first?.lowercased() }
    guard let role, parts.count == 2 else {
      let usual = Prompt.Question.usual.first { $0.text == text }
      self = usual ?? Prompt.Question(text)
      return
    }
    self.init(parts[1].withoutBlanksAround, role)
  }
}

/// The days of a week from `mon-fri`, `mon,thu`, `daily` or `workdays`; 1 is Monday.
func weekdays(_ text: String) throws(Failure) -> Set<Int> {
  switch text.lowercased() {
  case "daily": return Set(1...7)
  case "workdays", "weekdays": return Set(1...5)
  default: break
  }
  var days: Set<Int> = []
  for part in text.split(separator: ",", omittingEmptySubsequences: false) {
    let ends = part.split(separator: "-", omittingEmptySubsequences: false).map {
      Weekday(name: String($0).withoutBlanksAround)
    }
    guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2 else {
      throw Failure(
        .usage, "--days: '\(part)' is no day; write mon-fri, mon,thu, workdays or daily")
    }
    // From Friday to Monday is over the weekend.
    let length = (last.rawValue - first.rawValue + 7) % 7
    for step in 0...length { days.insert((first.rawValue + step) % 7 + 1) }
  }
  return days
}

/// The minute of the day of `09:30`.
func minute(_ text: String, _ option: String) throws(Failure) -> Int {
  guard let time = TimeOfDay(text), time.seconds % 60 == 0 else {
    throw Failure(.usage, "\(option): '\(text.shown)' is no time of day; write one such as 09:30")
  }
  return time.seconds / 60
}

/// Whose clock a prompt goes by.
func whose(_ text: String) throws(Failure) -> Prompt.Zone {
  guard let zone = Prompt.Zone.allCases.first(where: { $0.name == text.lowercased() }) else {
    throw Failure(.usage, "--zone: '\(text.shown)' is nobody's clock; write person or team")
  }
  return zone
}

extension Prompt {
  /// The prompt as text for people.
  func lines(_ words: Wording) -> [String] {
    let days = Weekdays(self.days.compactMap { Weekday(rawValue: $0 - 1) })
    let clock = zone == .person ? "on each one's clock" : "on the team's clock"
    return [
      "team \(words.name(team)): \(days) \(TimeOfDay(seconds: minute * 60)) \(clock), digest "
        + "\(TimeOfDay(seconds: digestMinute * 60))"
    ] + questions.map { "  \($0.role.name.padding(to: 9))\($0.text)" }
  }
}

extension String {
  fileprivate func padding(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}

extension JSONShape where Thing == Prompt {
  /// Prompts as JSON.
  static func prompt(_ words: Wording) -> JSONShape {
    JSONShape(
      kind: "a prompt",
      fields: [
        ("team", { $1.string(words.name($0.team)) }),
        (
          "days",
          {
            $1.list(
              $0.days.sorted().compactMap { Weekday(rawValue: $0 - 1)?.code })
          }
        ),
        ("time", { $1.string(TimeOfDay(seconds: $0.minute * 60).description) }),
        ("zone", { $1.string($0.zone.name) }),
        ("digest", { $1.string(TimeOfDay(seconds: $0.digestMinute * 60).description) }),
        (
          "questions",
          {
            $1.objects($0.questions) { question, writer in
              writer.field("role", question.role.name)
              writer.field("text", question.text)
            }
          }
        ),
        ("id", { $1.string($0.id.description) }),
      ])
  }
}
