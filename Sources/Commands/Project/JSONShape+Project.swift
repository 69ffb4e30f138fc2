internal import Domain

extension JSONShape where Thing == Project {
  /// Projects as JSON.
  static var project: JSONShape {
    JSONShape(
      kind: "a project",
      fields: [
        ("prefix", { $1.string($0.prefix) }),
        ("name", { $1.string($0.name) }),
        ("team", { $1.optional($0.team) }),
        ("open", { $1.integer($0.openCount) }),
        ("id", { $1.string($0.id.description) }),
      ])
  }
}
