internal import Domain
internal import Shipped
internal import Yams

/// What `data/demo/watches.yaml` and `data/demo/updates.yaml` say.
struct DemoPlan: Decodable {
  var schedules: [DemoSchedule]
  var policies: [DemoPolicy]
  var overrides: [DemoOverride]
  var covers: [DemoCover]
  var offers: [DemoOffer]
  var absences: [DemoAbsence]
  var maintenance: [DemoMaintenance]
  var pages: [DemoPage]
  var handoffs: [DemoHandoff]
  var shiftNotes: [DemoShiftNote]
  var prompts: [DemoPrompt]
  var issues: [DemoIssueDeed]
  /// From the file of its own.
  var updates: [DemoUpdate] = []

  enum CodingKeys: String, CodingKey {
    case schedules, policies, overrides, covers, offers, absences, maintenance, pages, handoffs
    case shiftNotes = "shift_notes"
    case prompts, issues
  }

  /// The shipped plan.
  static func shipped() throws -> DemoPlan {
    var plan = try decode(DemoPlan.self, from: "data/demo/watches.yaml")
    plan.updates = try decode([DemoUpdate].self, from: "data/demo/updates.yaml")
    return plan
  }

  private static func decode<Value: Decodable>(
    _ type: Value.Type, from path: String
  ) throws -> Value {
    guard let file = Shipped.file(path) else {
      throw Failure(.failed, "this watchbill was built without \(path)")
    }
    return try YAMLDecoder().decode(type, from: file.text)
  }
}

struct DemoSchedule: Decodable {
  var name: String
  var role: String
  var team: String
  var zone: String
  /// Zones of which the first with a clock change within a fortnight takes the place of `zone`.
  var clockChange: [String]?
  /// Who made it.
  var by: String
  var target: [DemoWindow]?
  var layers: [DemoLayer]

  enum CodingKeys: String, CodingKey {
    case name, role, team, zone
    case clockChange = "clock_change"
    case by, target, layers
  }
}

struct DemoLayer: Decodable {
  var name: String
  var priority: Int?
  var shadow: Bool?
  /// Always these, instead of turns.
  var people: [String]?
  var unit: Rotation.Unit?
  var length: Int?
  /// The weekday on which turns change.
  var day: String?
  /// The time at which they do.
  var at: String?
  var zone: String?
  var weekdays: String?
  var slots: [[String]]?
  /// Whose turn it is at the moment; nil for whoever it comes to.
  var now: String?
  var window: DemoWindow?
}

struct DemoWindow: Decodable {
  /// `workdays`; every day when nil.
  var days: String?
  var from: String
  var to: String
}

struct DemoPolicy: Decodable {
  struct Step: Decodable {
    /// `schedule NAME`, `team HANDLE` or `person HANDLE`.
    var tell: [String]
    /// Minutes.
    var wait: Int
  }

  var handle: String
  var by: String
  var steps: [Step]
  var repeats: Int
  var lastResort: String?
  var services: [String]

  enum CodingKeys: String, CodingKey {
    case handle, by, steps, repeats
    case lastResort = "last_resort"
    case services
  }
}

struct DemoOverride: Decodable {
  var at: DemoMoment
  var by: String
  var schedule: String
  /// Which of the shifts to come.
  var shift: Int
  /// From which hour of it to which; all of it when nil.
  var part: [Int64]?
  /// Who stands in.
  var replace: String?
  /// Who comes to it.
  var add: String?
  /// Whether its holder is taken off without anybody in their place.
  var remove: Bool?
  var note: String
}

struct DemoCover: Decodable {
  var at: DemoMoment
  var schedule: String
  var of: String
  var shift: Int
  var part: [Int64]?
  var note: String
  var named: [String]?
  var taken: DemoMoment?
  var by: String?
}

struct DemoOffer: Decodable {
  var at: DemoMoment
  var schedule: String
  var from: String
  var shift: Int
  var to: String
  /// The receiver's shift that the giver takes for it; nil for a gift.
  var `for`: Int?
  var accepted: DemoMoment?
}

struct DemoAbsence: Decodable {
  struct Start: Decodable {
    /// Hours after the start of the shift.
    var hours: Int64?
    /// A time, without a shift.
    var moment: DemoMoment?

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      hours = try? container.decode(Int64.self)
      if hours == nil { moment = try container.decode(DemoMoment.self) }
    }
  }

  var at: DemoMoment
  var person: String
  var schedule: String?
  var shift: Int?
  var from: Start
  var hours: Int64
  var note: String
}

struct DemoMaintenance: Decodable {
  var at: DemoMoment
  var by: String
  var from: DemoMoment
  var zone: String
  var hours: Int64
  var services: [String]
  var reason: String
}
