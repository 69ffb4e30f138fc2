internal import Domain

extension JSONShape where Thing == Team {
  /// Teams as JSON.
  static var team: JSONShape {
    JSONShape(
      kind: "a team",
      fields: [
        ("handle", { $1.string($0.handle) }),
        ("name", { $1.string($0.name) }),
        ("members", { $1.list($0.members) }),
        ("services", { $1.list($0.services) }),
        ("id", { $1.string($0.id.description) }),
      ])
  }
}
