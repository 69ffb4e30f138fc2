/// Who is told of a page, in which order and how long after one another.
///
/// A policy is never changed in place: an edit makes the next version, and a page keeps to the
/// version it was opened under.
public struct EscalationPolicy: Sendable, Equatable, Codable {
  /// One state of one policy.
  public struct Version: Sendable, Hashable, Codable {
    /// The policy, through all its versions.
    public var policy: EntityID
    /// Counts from 1.
    public var number: Int

    /// A version of a policy.
    public init(policy: EntityID, number: Int) {
      self.policy = policy
      self.number = number
    }
  }

  /// Which policy this is, in which state.
  public let version: Version
  /// At least one, in the order they fire.
  public let steps: [Step]
  /// How often the steps are gone through again after the first pass; 0...9.
  public let repeats: Int
  /// Who is told of an urgent page when a whole pass reached nobody; nil for nobody.
  public let lastResort: EntityID?

  /// The most passes that may follow the first.
  public static let mostRepeats = 9

  /// A policy, checked.
  ///
  /// - Throws: a `Flaw` that says what to change.
  public init(
    version: Version, steps: [Step], repeats: Int = 0, lastResort: EntityID? = nil
  ) throws(Flaw) {
    guard !steps.isEmpty else { throw .noSteps }
    for (index, step) in steps.enumerated() {
      guard !step.targets.isEmpty else { throw .noTargets(step: index + 1) }
      guard step.wait >= Instant.minute else { throw .waitTooShort(step: index + 1) }
    }
    guard (0...EscalationPolicy.mostRepeats).contains(repeats) else {
      throw .wrongRepeats(repeats)
    }
    self.version = version
    self.steps = steps
    self.repeats = repeats
    self.lastResort = lastResort
  }

  /// The next version, with what is given changed.
  public func revised(
    steps: [Step]? = nil, repeats: Int? = nil, lastResort: EntityID?? = nil
  ) throws(Flaw) -> EscalationPolicy {
    try EscalationPolicy(
      version: Version(policy: version.policy, number: version.number + 1),
      steps: steps ?? self.steps, repeats: repeats ?? self.repeats,
      lastResort: lastResort ?? self.lastResort)
  }
}

extension EscalationPolicy {
  /// Whom a step tells.
  public enum Target: Sendable, Hashable, Codable {
    /// Whoever is on call there when the step fires.
    case schedule(EntityID)
    case person(EntityID)
    /// Everybody of the team.
    case team(EntityID)
  }

  /// People who are told together, and how long they have.
  public struct Step: Sendable, Equatable, Codable {
    /// Whether a step tells everybody or takes turns.
    public enum Manner: Int, Sendable, CaseIterable, Codable {
      case all
      /// One of them, the next one for every page and every repeat.
      case roundRobin

      /// The word people type and read.
      public var name: String {
        switch self {
        case .all: "all"
        case .roundRobin: "round-robin"
        }
      }
    }

    /// At least one.
    public var targets: [Target]
    /// Milliseconds until the next step fires, if nobody acknowledges; at least a minute.
    public var wait: Int64
    /// Whether all of them are told.
    public var manner: Manner

    /// A step.
    public init(_ targets: [Target], wait: Int64, manner: Manner = .all) {
      self.targets = targets
      self.wait = wait
      self.manner = manner
    }
  }

  /// Why a policy cannot be as it was wished.
  public enum Flaw: Error, Sendable, Equatable {
    case noSteps
    /// Steps count from 1 here, as people read them.
    case noTargets(step: Int)
    case waitTooShort(step: Int)
    case wrongRepeats(Int)
  }
}

extension EscalationPolicy.Flaw: CustomStringConvertible {
  /// The flaw as one sentence for people.
  public var description: String {
    switch self {
    case .noSteps: "an escalation policy needs at least one step"
    case .noTargets(let step):
      "step \(step) tells nobody; give it a schedule, a person or a team"
    case .waitTooShort(let step): "step \(step) must wait at least one minute"
    case .wrongRepeats(let count): "a policy repeats 0 to 9 times, not \(count)"
    }
  }
}
