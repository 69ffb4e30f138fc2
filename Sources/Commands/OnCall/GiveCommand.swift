internal import ArgumentParser
internal import Domain

/// `watchbill oncall give`.
struct GiveCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "give", abstract: "Offer time of yours on call to somebody, who has to accept.",
    discussion: """
      watchbill oncall give api-primary bo --from 2026-03-08T09:00 --to 2026-03-08T17:00
      Without times it is your next shift. The other one says 'watchbill oncall offer accept'.
      """)

  @Argument(help: ArgumentHelp("The schedule.", valueName: "schedule"))
  var schedule: String

  @Argument(help: ArgumentHelp("Who is to take it.", valueName: "handle"))
  var person: String

  @OptionGroup var period: PeriodOptions
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    let open = try workspace.openBill(shell)
    let known = try open.schedule(schedule)
    let period =
      period.isEmpty
      ? try open.nextShift(of: try open.acting(), in: known)
      : try period.period(open.typed(known))
    try open.offerShift(known, to: try open.person(person), gives: period, takes: nil, output.form)
  }
}

extension OpenBill {
  /// The next shift of a person that has not begun.
  func nextShift(of person: EntityID, in schedule: Schedule) throws -> Period {
    let ahead = Period(now, now.advanced(by: 26 * Instant.week))
    let shifts = try bill.resolver(of: schedule).wholeShifts(in: ahead)
    guard let shift = shifts.first(where: { $0.person == person && $0.period.start > now }) else {
      throw Failure(
        .notFound,
        "\(words.mention(person)) has no shift in \(schedule.name) within half a year; "
          + "say when: --from TIME --to TIME")
    }
    return shift.period
  }

  /// Offers a gift or a swap, and prints the offer.
  func offerShift(
    _ schedule: Schedule, to receiver: EntityID, gives: Period, takes: Period?, _ form: OutputForm
  ) throws {
    let verb = WatchVerb.offerShift(schedule.id, to: receiver, gives: gives, takes: takes)
    try perform(verb, form, { .shiftOffer($0.bill, $0.now) }, id: \.id) { $0.bill.offers }
  }
}
