/// Above what a load is shown as too much; shown in a report, never sent.
public struct LoadLimits: Sendable, Equatable {
  /// The most of somebody's time on call, in percent.
  public var sharePercent = 25
  /// The fewest people of a rota around the clock at one site.
  public var peopleAtOneSite = 8
  /// The fewest people per site with two or more.
  public var peoplePerSite = 6

  /// The usual limits.
  public init() {}
}

/// Something about a load that should not stay so.
public enum LoadWarning: Sendable, Hashable {
  /// Somebody is on call for more of the time, in percent, than is good.
  case tooMuch(EntityID, percent: Int)
  /// Too few people share a rota around the clock: how many there are and should be.
  case tooFew(Int, wanted: Int)
  /// Somebody has not been on call at all, and may be out of practice.
  case unused(EntityID)
}

extension LoadReport {
  /// What should not stay so; `sites` is how many places share a rota around the clock, 0 for none.
  public func warnings(sites: Int, limits: LoadLimits = LoadLimits()) -> [LoadWarning] {
    var warnings: [LoadWarning] = []
    for line in people where period.milliseconds > 0 {
      let percent = Int(line.held * 100 / period.milliseconds)
      if line.held * 100 > Int64(limits.sharePercent) * period.milliseconds {
        warnings.append(.tooMuch(line.person, percent: percent))
      }
      if line.held == 0, line.expected > 0 { warnings.append(.unused(line.person)) }
    }
    let wanted = sites == 1 ? limits.peopleAtOneSite : sites * limits.peoplePerSite
    if people.count < wanted { warnings.append(.tooFew(people.count, wanted: wanted)) }
    return warnings
  }
}
