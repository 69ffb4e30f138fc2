extension Query {
  /// How a value is compared: `2`, `<2`, `<=2`, `>2`, `>=2`, `1..2`; `*..2` is `<=2`.
  public enum Comparison<Value: Sendable & Equatable>: Sendable, Equatable {
    case equal(Value)
    case less(Value)
    case atMost(Value)
    case more(Value)
    case atLeast(Value)
    /// Both ends belong to it.
    case between(Value, Value)
  }

  /// A stretch of whole numbers: from the one, up to but not including the other.
  public struct Window: Sendable, Equatable {
    /// The first number in it; nil when it has no beginning.
    public var from: Int64?
    /// The first number behind it; nil when it has no end.
    public var before: Int64?

    /// Whether a number lies in it.
    public func contains(_ number: Int64) -> Bool {
      if let from, number < from { return false }
      if let before, number >= before { return false }
      return true
    }
  }
}

extension Query.Comparison {
  /// The numbers that compare well, given the numbers each value covers.
  ///
  /// Every comparison comes down to a window, so that the evaluator and the compiler cannot
  /// read one differently.
  func window(_ span: (Value) -> Range<Int64>) -> Query.Window {
    switch self {
    case .equal(let value):
      let covered = span(value)
      return Query.Window(from: covered.lowerBound, before: covered.upperBound)
    case .less(let value): return Query.Window(before: span(value).lowerBound)
    case .atMost(let value): return Query.Window(before: span(value).upperBound)
    case .more(let value): return Query.Window(from: span(value).upperBound)
    case .atLeast(let value): return Query.Window(from: span(value).lowerBound)
    case .between(let first, let last):
      return Query.Window(from: span(first).lowerBound, before: span(last).upperBound)
    }
  }

  /// The values it compares with.
  var values: [Value] {
    switch self {
    case .equal(let value), .less(let value), .atMost(let value), .more(let value),
      .atLeast(let value):
      [value]
    case .between(let first, let last): [first, last]
    }
  }

  func text(_ name: (Value) -> String) -> String {
    switch self {
    case .equal(let value): name(value)
    case .less(let value): "<" + name(value)
    case .atMost(let value): "<=" + name(value)
    case .more(let value): ">" + name(value)
    case .atLeast(let value): ">=" + name(value)
    case .between(let first, let last): name(first) + ".." + name(last)
    }
  }
}

extension Query.Comparison where Value == Int {
  /// The counts that compare well.
  public var window: Query.Window { window { Int64($0)..<Int64($0) + 1 } }
}

extension Query.Comparison where Value == Priority {
  /// The raw priorities that compare well: `<=1` is urgent and high.
  public var window: Query.Window { window { Int64($0.rawValue)..<Int64($0.rawValue) + 1 } }
}
