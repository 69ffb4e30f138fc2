import Domain
import Support

/// Records with anything in them that the format can hold.
enum RandomRecord {
  static func any(using random: inout SeededRandom) -> IncomingRecord {
    switch Int.random(in: 0..<14, using: &random) {
    case 0: return .workspace(name: RandomText.any(using: &random))
    case 1:
      var person = IncomingPerson()
      person.id = id(&random)
      person.handle = "h" + RandomText.any(using: &random)
      person.name = RandomText.any(using: &random)
      person.zone = "Asia/Tokyo"
      person.created = instant(&random)
      person.foreign = foreign(&random)
      return .person(person)
    case 2:
      var team = IncomingTeam()
      team.handle = "api"
      team.members = texts(&random)
      return .team(team)
    case 3:
      var project = IncomingProject()
      project.prefix = "API"
      project.next = Int.random(in: 1...99, using: &random)
      return .project(project)
    case 4:
      var label = IncomingLabel(name: "l" + RandomText.any(using: &random), color: "d73a4a")
      label.project = "API"
      return .label(label)
    case 5:
      var milestone = IncomingMilestone()
      milestone.title = "2026 Q4"
      milestone.due = date(&random)
      return .milestone(milestone)
    case 6:
      var view = IncomingView()
      view.name = "Open"
      view.query = RandomText.any(using: &random)
      view.position = 1
      return .view(view)
    case 7:
      var service = IncomingService()
      service.handle = "router-edge"
      service.team = "routing"
      service.owner = optionalText(&random)
      service.policy = optionalText(&random)
      return .service(service)
    case 8, 9: return watch(&random)
    default: return .issue(issue(&random))
    }
  }

  private static func watch(_ random: inout SeededRandom) -> IncomingRecord {
    let high = random.next()
    let samples =
      (try? WatchSamples.records(RandomText.any(using: &random)) { index in
        EntityID(high: high, low: UInt64(index))
      }) ?? []
    guard let sample = samples.randomElement(using: &random),
      var watch = try? WatchSamples.incoming(sample)
    else { return .workspace(name: "") }
    watch.created = instant(&random)
    return .watch(watch)
  }

  private static func issue(_ random: inout SeededRandom) -> IncomingIssue {
    var issue = IncomingIssue()
    issue.id = id(&random)
    issue.prefix = "API"
    issue.number = Int.random(in: 1...9999, using: &random)
    issue.kind = random.chance(30) ? .pull : .issue
    issue.title = "t" + RandomText.any(using: &random)
    issue.body = RandomText.any(using: &random)
    issue.status = Status.allCases.randomElement(using: &random) ?? .todo
    issue.priority = Priority.allCases.randomElement(using: &random) ?? .none
    issue.author = optionalText(&random)
    issue.owner = optionalText(&random)
    issue.assignees = texts(&random)
    issue.labels = texts(&random).map { IncomingLabel(name: $0) }
    issue.watchers = texts(&random)
    issue.service = optionalText(&random)
    issue.milestone = optionalText(&random)
    issue.due = date(&random)
    issue.demo = optionalText(&random)
    issue.blocks = random.chance(30) ? [IssueKey(prefix: "A_B", number: 7)] : []
    issue.created = instant(&random)
    issue.updated = instant(&random)
    issue.closed = instant(&random)
    issue.closedBy = optionalText(&random)
    issue.foreign = foreign(&random)
    issue.comments = (0..<Int.random(in: 0...3, using: &random)).map { _ in comment(&random) }
    return issue
  }

  private static func comment(_ random: inout SeededRandom) -> IncomingComment {
    var comment = IncomingComment()
    comment.id = id(&random)
    comment.kind = CommentKind.allCases.randomElement(using: &random) ?? .comment
    comment.author = optionalText(&random)
    comment.body = RandomText.any(using: &random)
    comment.created = instant(&random)
    comment.updated = instant(&random)
    comment.redacted = instant(&random)
    comment.foreign = foreign(&random)
    return comment
  }

  private static func foreign(_ random: inout SeededRandom) -> Foreign? {
    guard random.chance(50) else { return nil }
    var foreign = Foreign(system: "github", id: RandomText.any(using: &random))
    foreign.url = RandomText.any(using: &random)
    if random.chance(50) {
      var writer = JSONWriter()
      JSONValue.object([
        JSONValue.Member(name: "any", value: .random(using: &random))
      ]).write(to: &writer)
      foreign.extra = writer.text
    }
    return foreign
  }

  private static func id(_ random: inout SeededRandom) -> EntityID? {
    random.chance(70) ? EntityID(high: random.next(), low: random.next()) : nil
  }

  private static func instant(_ random: inout SeededRandom) -> Instant? {
    guard random.chance(60) else { return nil }
    return Instant(milliseconds: Int64.random(in: 0...4_000_000_000_000, using: &random))
  }

  private static func date(_ random: inout SeededRandom) -> CivilDate? {
    guard random.chance(50) else { return nil }
    return CivilDate(daysSinceEpoch: Int.random(in: 0...40_000, using: &random))
  }

  private static func optionalText(_ random: inout SeededRandom) -> String? {
    random.chance(50) ? RandomText.any(using: &random) : nil
  }

  private static func texts(_ random: inout SeededRandom) -> [String] {
    (0..<Int.random(in: 0...3, using: &random)).map { _ in RandomText.any(using: &random) }
  }
}

extension IncomingRecord {
  /// The record without what only its file gives it: line and fingerprint.
  var placeless: IncomingRecord {
    switch self {
    case .issue(var issue):
      issue.line = 0
      issue.fingerprint = 0
      return .issue(issue)
    case .person(var person):
      person.line = 0
      return .person(person)
    case .team(var team):
      team.line = 0
      return .team(team)
    case .service(var service):
      service.line = 0
      return .service(service)
    case .project(var project):
      project.line = 0
      return .project(project)
    case .label(var label):
      label.line = 0
      return .label(label)
    case .milestone(var milestone):
      milestone.line = 0
      return .milestone(milestone)
    case .view(var view):
      view.line = 0
      return .view(view)
    case .watch(var watch):
      watch.line = 0
      return .watch(watch)
    case .workspace: return self
    }
  }
}
