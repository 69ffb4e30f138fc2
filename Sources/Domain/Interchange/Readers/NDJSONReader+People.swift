/// Everything of a workspace that is no issue.
extension NDJSONReader {
  func person(_ cursor: inout JSONCursor) throws(InterchangeError) -> IncomingPerson {
    var person = IncomingPerson()
    var extra = ExtraMembers()
    var handle: String?
    person.line = cursor.line
    try cursor.openObject()
    while let key = try cursor.nextKey() {
      switch key {
      case "type": try cursor.skip()
      case "id": person.id = try cursor.id()
      case "handle": handle = try cursor.optionalString()
      case "name": person.name = try cursor.optionalString() ?? ""
      case "email": person.email = try cursor.optionalString()
      case "zone": person.zone = try cursor.optionalString()
      case "created": person.created = try cursor.instant()
      case "foreign": person.foreign = try foreign(&cursor, &extra)
      default:
        let start = cursor.memberStart
        try cursor.skip()
        extra.keep(from: start, cursor)
      }
    }
    person.handle = try needed(handle, "handle", "person", cursor)
    if !extra.isEmpty {
      let id = person.id?.description ?? person.handle
      keep(extra, in: &person.foreign, id: id)
    }
    return person
  }

  func team(
    _ cursor: inout JSONCursor, _ warnings: inout InterchangeWarnings
  ) throws(InterchangeError) -> IncomingTeam {
    var team = IncomingTeam()
    var handle: String?
    team.line = cursor.line
    try cursor.openObject()
    while let key = try cursor.nextKey() {
      switch key {
      case "type": try cursor.skip()
      case "id": team.id = try cursor.id()
      case "handle": handle = try cursor.optionalString()
      case "name": team.name = try cursor.optionalString() ?? ""
      case "members": team.members = try cursor.texts()
      case "created": team.created = try cursor.instant()
      default: try leaveOut(&cursor, &warnings)
      }
    }
    team.handle = try needed(handle, "handle", "team", cursor)
    return team
  }

  func service(
    _ cursor: inout JSONCursor, _ warnings: inout InterchangeWarnings
  ) throws(InterchangeError) -> IncomingService {
    var service = IncomingService()
    var handle: String?
    service.line = cursor.line
    try cursor.openObject()
    while let key = try cursor.nextKey() {
      switch key {
      case "type": try cursor.skip()
      case "id": service.id = try cursor.id()
      case "handle": handle = try cursor.optionalString()
      case "name": service.name = try cursor.optionalString() ?? ""
      case "team": service.team = try cursor.optionalString()
      case "owner": service.owner = try cursor.optionalString()
      case "policy": service.policy = try cursor.optionalString()
      case "created": service.created = try cursor.instant()
      default: try leaveOut(&cursor, &warnings)
      }
    }
    service.handle = try needed(handle, "handle", "service", cursor)
    return service
  }

  func view(
    _ cursor: inout JSONCursor, _ warnings: inout InterchangeWarnings
  ) throws(InterchangeError) -> IncomingView {
    var view = IncomingView()
    var name: String?
    view.line = cursor.line
    try cursor.openObject()
    while let key = try cursor.nextKey() {
      switch key {
      case "type": try cursor.skip()
      case "id": view.id = try cursor.id()
      case "name": name = try cursor.optionalString()
      case "query": view.query = try cursor.optionalString() ?? ""
      case "position": view.position = try cursor.optionalInteger()
      case "created": view.created = try cursor.instant()
      default: try leaveOut(&cursor, &warnings)
      }
    }
    view.name = try needed(name, "name", "view", cursor)
    return view
  }
}
