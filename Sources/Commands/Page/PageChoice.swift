internal import ArgumentParser
internal import Domain

/// Which page.
struct PageChoice: ParsableArguments {
  @Argument(
    help: ArgumentHelp("Its id, or 'latest'; needed when several can be meant.", valueName: "id"))
  var id: String?

  /// The page that was named; without a name the only open one of whoever acts, else of all.
  ///
  /// - Parameter orPast: whether one that is resolved can be meant when none is open.
  func page(in open: OpenBill, orPast: Bool = false) throws(Failure) -> Page {
    let pages = open.bill.pages.filter(\.isOpen)
    let mine = pages.filter { page in
      guard let me = open.workspace.me else { return false }
      return page.owner == me || page.escalation?.told.contains(me) ?? false
    }
    let likely = !mine.isEmpty ? mine : pages.isEmpty && orPast ? open.bill.pages : pages
    return try open.choose(
      id, among: open.bill.pages, likely: likely, "page", list: "page list", id: \.id)
  }
}

extension OpenBill {
  /// Does something to a page, and prints what was done and what became of it.
  func perform(_ deed: PageDeed, on page: Page, _ form: OutputForm) throws {
    try perform(.page(page.id, deed), form, { .page($0.words) }, id: \.id) { $0.bill.pages }
  }
}
