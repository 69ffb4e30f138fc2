internal import Domain

extension JSONShape where Thing == Person {
  /// People as JSON.
  static var person: JSONShape {
    JSONShape(
      kind: "a person",
      fields: [
        ("handle", { $1.string($0.handle) }),
        ("name", { $1.string($0.name) }),
        ("email", { $1.optional($0.email) }),
        ("zone", { $1.optional($0.zone) }),
        ("teams", { $1.list($0.teams) }),
        ("id", { $1.string($0.id.description) }),
      ])
  }
}
