extension IncomingIssue {
  /// Names an issue by what it says, when nothing else tells it from others: the next import of
  /// the same is to know it.
  public mutating func name(by rows: inout RowNames) {
    guard id == nil, number == nil, !(foreign?.isElsewhere ?? false) else { return }
    var named = foreign ?? Foreign(system: Foreign.file, id: "")
    if named.system == Foreign.own { named.system = Foreign.file }
    named.id = rows.next(fingerprint)
    foreign = named
  }

  /// Gives comments without an id one made of what never changes about them.
  public mutating func nameComments(after beginning: String = "") {
    var taken: [String: Int] = [:]
    for index in comments.indices where comments[index].isNameless {
      let comment = comments[index]
      let time = comment.created?.iso8601 ?? ""
      let name = "\(beginning)\(comment.kind.name)/\(time)/\(comment.author ?? "")"
      let count = taken[name, default: 0] + 1
      taken[name] = count
      var foreign = comment.foreign ?? Foreign(system: Foreign.own, id: "")
      foreign.id = count == 1 ? name : "\(name)/\(count)"
      comments[index].foreign = foreign
    }
  }
}

extension IncomingComment {
  /// Whether no id tells it from the others of its issue.
  fileprivate var isNameless: Bool { id == nil && foreign?.id.isEmpty ?? true }
}
