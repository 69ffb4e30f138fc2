/// Everything of a workspace that is no issue.
extension NDJSONWriter {
  static func write(workspace name: String, _ writer: inout JSONWriter) {
    writer.member("type", "workspace")
    writer.member("format", NDJSONReader.format)
    writer.member("name", text: name)
  }

  static func write(_ person: IncomingPerson, _ writer: inout JSONWriter) {
    writer.member("type", "person")
    writer.member("id", person.id?.description)
    writer.member("handle", person.handle)
    writer.member("name", text: person.name)
    writer.member("email", person.email)
    writer.member("zone", person.zone)
    writer.member("created", person.created)
    writer.member("foreign", person.foreign)
  }

  static func write(_ team: IncomingTeam, _ writer: inout JSONWriter) {
    writer.member("type", "team")
    writer.member("id", team.id?.description)
    writer.member("handle", team.handle)
    writer.member("name", text: team.name)
    writer.member("members", team.members)
    writer.member("created", team.created)
  }

  static func write(_ service: IncomingService, _ writer: inout JSONWriter) {
    writer.member("type", "service")
    writer.member("id", service.id?.description)
    writer.member("handle", service.handle)
    writer.member("name", text: service.name)
    writer.member("team", service.team)
    writer.member("owner", service.owner)
    writer.member("policy", service.policy)
    writer.member("created", service.created)
  }

  static func write(_ project: IncomingProject, _ writer: inout JSONWriter) {
    writer.member("type", "project")
    writer.member("id", project.id?.description)
    writer.member("prefix", project.prefix)
    writer.member("name", text: project.name)
    writer.member("team", project.team)
    writer.member("next", project.next)
    writer.member("created", project.created)
  }

  static func write(_ label: IncomingLabel, _ writer: inout JSONWriter) {
    writer.member("type", "label")
    writer.member("id", label.id?.description)
    writer.member("project", label.project)
    writer.member("name", label.name)
    writer.member("color", text: label.color ?? "")
    writer.member("description", text: label.description ?? "")
    writer.member("created", label.created)
  }

  static func write(_ milestone: IncomingMilestone, _ writer: inout JSONWriter) {
    writer.member("type", "milestone")
    writer.member("id", milestone.id?.description)
    writer.member("project", milestone.project)
    writer.member("title", milestone.title)
    writer.member("due", milestone.due?.description)
    writer.member("created", milestone.created)
  }

  static func write(_ view: IncomingView, _ writer: inout JSONWriter) {
    writer.member("type", "view")
    writer.member("id", view.id?.description)
    writer.member("name", view.name)
    writer.member("query", text: view.query)
    writer.member("position", view.position)
    writer.member("created", view.created)
  }
}
