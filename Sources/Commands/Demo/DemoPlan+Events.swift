internal import Domain

struct DemoPage: Decodable {
  var at: DemoMoment
  var service: String
  var key: String
  var severity: String
  var summary: String
  /// Minutes after the first signal.
  var ack: Int64?
  /// After so many minutes, for so many.
  var snooze: [Int64]?
  var resolve: Int64?
  /// `fixed` when nil.
  var reason: String?
  /// Who acts; whoever was told first when nil.
  var by: String?
  /// Further signals, one a minute.
  var again: Int64?
}

struct DemoHandoff: Decodable {
  var at: DemoMoment
  var service: String?
  var issue: String?
  var from: String
  var to: String
  var message: String
  var accepted: DemoMoment?
  var declined: DemoMoment?
  var reason: String?
}

struct DemoShiftNote: Decodable {
  struct Watch: Decodable {
    var what: String
    var escalate: String
  }

  var schedule: String
  /// Whether it is the note for the change that brought whoever is on call now.
  var ended: Bool?
  var feel: String
  var watch: [Watch]
  var asks: [String]
}

struct DemoPrompt: Decodable {
  struct Question: Decodable {
    var ask: String
    var role: String
  }

  var team: String
  var by: String
  var at: String
  var digest: String
  var days: Set<Int>?
  var questions: [Question]?
}

struct DemoUpdate: Decodable {
  var person: String
  /// Which team's prompt; the first of the person's teams that has one when nil.
  var team: String?
  /// Working days ago; 0 is today.
  var back: Int
  /// Minutes after the person was asked.
  var after: Int64
  var done: [String]
  var next: [String]
  var blocked: [String]
  /// Days after which the blockers were cleared; nil while they stand.
  var cleared: Int64?
}

struct DemoIssueDeed: Decodable {
  var at: DemoMoment
  var by: String
  var key: String
  var status: String?
  var comment: String?
}
