internal import Domain
internal import Storage

extension JSONShape where Thing == ImportReport {
  /// What an import did, as JSON.
  static var importReport: JSONShape {
    JSONShape(
      kind: "an import",
      fields: [
        ("issues", { $1.integer($0.created - $0.createdPulls) }),
        ("pulls", { $1.integer($0.createdPulls) }),
        ("updated", { $1.integer($0.updated) }),
        ("unchanged", { $1.integer($0.unchanged) }),
        ("comments", { $1.integer($0.comments) }),
        ("people", { $1.integer($0.people) }),
        ("labels", { $1.integer($0.labels) }),
        ("others", { $1.integer($0.others) }),
        ("directory_changes", { $1.integer($0.directoryChanges) }),
        ("kept", { $1.integer($0.keptCount) }),
        ("dangling_links", { $1.integer($0.danglingLinks) }),
        ("renumbered", { $1.list($0.renumbered) }),
        ("changed_nothing", { $1.bool($0.changedNothing) }),
      ])
  }
}
