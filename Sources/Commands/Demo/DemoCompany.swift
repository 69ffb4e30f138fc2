internal import Domain
internal import Shipped

/// The demo company as it is shipped: its records, and what generated issues draw on.
struct DemoCompany: Sendable {
  /// One project with whoever and whatever its issues name.
  struct Stream: Sendable, Equatable {
    var prefix: String
    var people: [String]
    var labels: [String]
    var services: [String]
    var milestones: [String]
  }

  /// Everything in the file, in its order.
  let records: [IncomingRecord]
  let streams: [Stream]
  /// When the newest thing in the file happened.
  let newest: Instant

  /// Who the person at the keyboard is in the demo.
  static let person = "ana"

  /// The shipped company.
  static func shipped() throws(Failure) -> DemoCompany {
    guard let file = Shipped.demo else {
      throw Failure(.failed, "this watchbill was built without the demo")
    }
    var reader = RecordReader(format: .ndjson, fileName: file.path)
    reader.feed(Array(file.bytes))
    reader.finish()
    var records: [IncomingRecord] = []
    do {
      while let record = try reader.next() { records.append(record) }
    } catch {
      throw Failure(error, file: file.path)
    }
    return DemoCompany(records)
  }

  init(_ records: [IncomingRecord]) {
    self.records = records
    newest = records.compactMap(\.newestTime).max() ?? Instant(milliseconds: 0)
    var members: [String: [String]] = [:]
    var owned: [String: [String]] = [:]
    var streams: [Stream] = []
    for record in records {
      switch record {
      case .team(let team): members[team.handle] = team.members
      case .service(let service): owned[service.team ?? "", default: []].append(service.handle)
      case .project(let project):
        streams.append(
          Stream(
            prefix: project.prefix, people: members[project.team ?? ""] ?? [], labels: [],
            services: owned[project.team ?? ""] ?? [], milestones: []))
      case .label(let label):
        guard let at = streams.firstIndex(where: { $0.prefix == label.project }) else { continue }
        streams[at].labels.append(label.name)
      case .milestone(let milestone):
        guard let at = streams.firstIndex(where: { $0.prefix == milestone.project }) else {
          continue
        }
        streams[at].milestones.append(milestone.title)
      default: continue
      }
    }
    self.streams = streams
  }

  /// The zones of its people.
  var zoneNames: Set<String> {
    Set(records.compactMap { if case .person(let person) = $0 { person.zone } else { nil } })
  }

  /// The id of the demo's person, by which a demo workspace is known.
  var personID: EntityID? {
    for case .person(let person) in records where person.handle == DemoCompany.person {
      return person.id
    }
    return nil
  }
}

extension IncomingRecord {
  /// The last time that stands in an issue; nil for everything else.
  fileprivate var newestTime: Instant? {
    guard case .issue(let issue) = self else { return nil }
    let times = [issue.created, issue.updated, issue.closed] + issue.comments.map(\.updated)
    return times.compactMap(\.self).max()
  }
}
