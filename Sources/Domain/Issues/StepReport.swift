/// What a verb, an undo or a redo did, for the status line and the command line.
public struct StepReport: Sendable, Equatable {
  /// In the past tense, with the issue or the number of them: `closed API-42`.
  public var title: String
  /// The issues that were changed, in the order asked; at most the first thousand.
  public var issues: [EntityID]
  /// How many operations the step wrote; 0 when everything was so already.
  public var operationCount: Int
  /// Whether the step was an undo, which redo takes back.
  public var isUndo: Bool
  /// What the person ought to know besides, a sentence each; mostly none.
  public var warnings: [String]
  /// Whether it is a step that an undo takes back; to look at something is none.
  public var isStep: Bool

  /// A report.
  public init(
    title: String, issues: [EntityID], operationCount: Int, isUndo: Bool = false,
    warnings: [String] = [], isStep: Bool = true
  ) {
    self.title = title
    self.issues = issues
    self.operationCount = operationCount
    self.isUndo = isUndo
    self.warnings = warnings
    self.isStep = isStep
  }
}
