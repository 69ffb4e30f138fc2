extension Operation {
  /// The operation in the past tense, for an issue's timeline: `added label bug`.
  ///
  /// - Parameter naming: the name of another entity; nil when it is unknown.
  /// - Returns: nil for what a timeline does not tell (a comment stands there itself).
  public func words(naming: (EntityRef) throws -> String?) rethrows -> String? {
    switch kind {
    case .create: return entity.kind == .issue ? "opened this" : "made this"
    case .arrive: return "imported this"
    case .trash: return "deleted this"
    case .restore: return "restored this"
    case .addComment, .editComment, .redactComment: return nil
    case .set:
      guard let field, case .one(let value) = value else { return nil }
      return try setWords(field, value, naming)
    case .add, .remove:
      guard let field, case .one(.reference(let id)) = value else { return nil }
      let isAdded = kind == .add
      guard case .references(let other)? = entity.kind.rule(of: field)?.shape else { return nil }
      let name = try naming(EntityRef(other, id)) ?? "someone"
      switch field {
      case .assignees: return "\(isAdded ? "assigned" : "unassigned") @\(name)"
      case .labels: return "\(isAdded ? "added" : "removed") label \(name)"
      case .watchers: return "@\(name) \(isAdded ? "watches" : "stopped watching")"
      case .blocks: return isAdded ? "blocks \(name)" : "no longer blocks \(name)"
      case .relates: return isAdded ? "relates to \(name)" : "no longer relates to \(name)"
      case .duplicates: return isAdded ? "duplicates \(name)" : "no longer duplicates \(name)"
      default: return "\(isAdded ? "added" : "removed") \(name)"
      }
    }
  }

  private func setWords(
    _ field: Field, _ value: Value, _ naming: (EntityRef) throws -> String?
  ) rethrows -> String? {
    switch field {
    case .content: return "changed this"
    case .state, .endsAt: return nil
    case .status:
      let status = value.integer.flatMap { Status(rawValue: Int($0)) } ?? .triage
      let old = base.integer.flatMap { Status(rawValue: Int($0)) } ?? .triage
      switch status {
      case .done: return "closed this"
      case .dropped: return "dropped this"
      default: return old.isOpen ? "moved this to \(status.name)" : "reopened this"
      }
    case .priority:
      let priority = value.integer.flatMap { Priority(rawValue: Int($0)) } ?? .none
      return "set priority \(priority.name)"
    case .title: return "retitled this, from “\(base.text?.prefix(80) ?? "")”"
    case .body: return "edited the description"
    default:
      let noun = field.noun
      if case .reference(let id) = value {
        guard case .reference(let kind)? = entity.kind.rule(of: field)?.shape else {
          return "set the \(noun)"
        }
        let name = try naming(EntityRef(kind, id)) ?? "someone"
        return "set the \(noun) to \(kind == .person ? "@" : "")\(name)"
      }
      guard let text = value.text else { return "removed the \(noun)" }
      return "set the \(noun) to \(text)"
    }
  }
}

extension Field {
  /// The field as people call it.
  var noun: String {
    switch self {
    case .due: "due date"
    case .demo: "demo link"
    default: rawValue
    }
  }
}
