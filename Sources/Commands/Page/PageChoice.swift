internal import ArgumentParser
internal import Canvas
internal import Domain

/// Which page.
struct PageChoice: ParsableArguments {
  @Argument(
    help: ArgumentHelp("Its id, or 'latest'; needed when several can be meant.", valueName: "id"))
  var id: String?

  /// The page that was named, or the one that is meant by what is to be done with it.
  func page(in open: OpenBill, to wish: PageWish) throws(Failure) -> Page {
    try open.choose(
      id, among: open.bill.pages, likely: wish.likely(in: open), latest: wish.latest(in: open),
      "page", to: wish.rawValue, list: "page list", id: \.id)
  }
}

/// What is to be done with a page; it decides which can be meant.
enum PageWish: String {
  case acknowledge, release, snooze, escalate, resolve, show

  /// The pages that are meant without a word, newest first: those nearest to whoever acts.
  func likely(in open: OpenBill) -> [Page] {
    let pages = open.bill.pages.filter(\.isOpen)
    let held = pages.filter(open.isHeldByMe)
    let told = pages.filter(open.wasToldToMe)
    let ringing = pages.filter { $0.ack == nil }
    let others = pages.filter { !open.isHeldByMe($0) }
    let triggered = pages.filter { $0.escalation != nil }
    let choices: [[Page]] =
      switch self {
      case .acknowledge: [told, ringing, others]
      case .release: [held]
      case .snooze: [held, told, triggered]
      case .escalate: [told, triggered]
      case .resolve: [held + told, pages]
      case .show: [held + told, pages, open.bill.pages]
      }
    let first = choices.first { !$0.isEmpty } ?? []
    return open.bill.pages.filter(first.contains)
  }

  /// The pages of which the newest is meant by `latest`.
  func latest(in open: OpenBill) -> [Page] {
    let pages = open.bill.pages.filter(\.isOpen)
    switch self {
    case .acknowledge:
      let ringing = pages.filter { $0.ack == nil }
      return ringing.isEmpty ? pages.filter { !open.isHeldByMe($0) } : ringing
    case .release: return pages.filter(open.isHeldByMe)
    case .snooze: return pages.filter { $0.state != .suppressed }
    case .escalate: return pages.filter { $0.escalation != nil }
    case .resolve: return pages
    case .show: return pages.isEmpty ? open.bill.pages : pages
    }
  }
}

extension OpenBill {
  /// Whether whoever acts has acknowledged a page, first or as one who helps.
  func isHeldByMe(_ page: Page) -> Bool {
    workspace.me.map { page.owner == $0 || page.helpers.contains($0) } ?? false
  }

  /// Whether a page rings and whoever acts was told of it.
  func wasToldToMe(_ page: Page) -> Bool {
    workspace.me.map { page.escalation?.told.contains($0) ?? false } ?? false
  }

  /// Does something to a page, and prints what was done and what became of it.
  func perform(_ deed: PageDeed, on page: Page, _ form: OutputForm) throws {
    let holder = page.owner == workspace.me ? "you" : words.sender(page.owner)
    let verb = page.owner == workspace.me ? "have" : "has"
    let asItWas = page.ack == nil ? "it was so already" : "\(holder) \(verb) it already"
    try perform(
      .page(page.id, deed), form, { .page($0.words) }, id: \.id, on: (page.id, asItWas)
    ) { $0.bill.pages }
    guard form == .text, case .ack = deed, let owner = page.owner, owner != workspace.me,
      !isHeldByMe(page)
    else { return }
    try shell.output.flush()
    try shell.say(CleanText("\(words.mention(owner)) has it, and you help").characters)
  }
}
