import Canvas
import Domain
import Support

@testable import Screens

/// The screen with a store in memory behind it: keys go in, effects are performed at once.
///
/// It plays the program of the real thing, so that a test reads as what somebody
/// does and sees.
struct Stage {
  var state: AppState
  var issues: [Issue] {
    didSet {
      answers = [:]
      guard issues.count < oldValue.count else { return }
      let left = Set(issues.map(\.id))
      gone += oldValue.filter { !left.contains($0.id) }
    }
  }
  /// Issues that were here; a cursor still knows where they stood.
  private var gone: [Issue] = []
  /// What queries matched since the issues changed last.
  private var answers: [String: [Issue]] = [:]
  var comments: [EntityID: [Comment]] = [:]
  private var views: [SavedView]
  /// What undo and redo bring back, the newest last.
  private var past: [Step] = []
  private var future: [Step] = []
  var drafts: [DraftSubject: String] = [:]
  /// Every effect there was, oldest first.
  var performed: [Effect] = []
  /// Who stands which watch; nil is a workspace whose bill is never read.
  var bill: WatchBill?
  /// What the editor makes of the text it is given.
  var editor: (String) -> String? = { $0 }
  /// Whether rows come late: one read alone is then on its way, and a newer one takes its place.
  var isSlow = false
  private var late: Message?
  /// When keys are pressed.
  var clock = Cast.now

  init(
    _ width: Int = 80, _ height: Int = 24, issues: [Issue] = Stage.castIssues,
    views: [SavedView] = Cast.views, glyphs: Glyphs = .unicode, bill: WatchBill? = nil
  ) {
    state = AppState(
      size: Size(width: width, height: height), now: Cast.now, workspace: "Harbour", me: "ana",
      glyphs: glyphs, themes: ["plain", "dusk"], theme: "dusk")
    self.issues = issues
    self.views = views
    self.bill = bill
    send(.views(views))
    if let bill { send(.watch(bill, [])) }
    let words = WorkspaceWords(people: Cast.people, labels: Cast.labels, projects: Cast.projects)
    let vocabulary = Vocabulary(
      labels: Cast.labels.map(\.name), people: Cast.people.map(\.handle),
      projects: Cast.projects.map(\.prefix), services: bill?.services.map(\.handle) ?? [])
    send(.vocabulary(vocabulary, words))
    performed = []
  }

  /// The cast's issues as a store has them; the first one with its whole text.
  static let castIssues = [Cast.detail.issue] + Cast.issues.dropFirst().map(Issue.init(row:))

  /// So many issues, alike but for their numbers.
  static func many(_ count: Int) -> [Issue] {
    (1...count).map { number in
      Issue(
        id: Cast.id(number), key: IssueKey(prefix: "API", number: number),
        title: "Issue number \(number) of many", status: .todo,
        createdAt: Cast.now.advanced(by: -Int64(number) * Instant.hour),
        updatedAt: Cast.now.advanced(by: -Int64(number) * Instant.minute))
    }
  }

  mutating func send(_ message: Message) {
    var effects = update(&state, message)[...]
    while let effect = effects.popFirst() {
      performed.append(effect)
      for answer in perform(effect) { effects += update(&state, answer) }
    }
  }

  /// Lets the rows come that were asked for last.
  mutating func deliver() {
    guard let message = late else { return }
    late = nil
    send(message)
  }

  /// Clicks on a cell, or turns the wheel over it.
  mutating func mouse(_ action: MouseEvent.Action = .press, _ x: Int, _ y: Int) {
    send(.input(.mouse(MouseEvent(action, .left, x: x, y: y)), at: clock))
  }

  mutating func paste(_ text: String) {
    send(.input(.paste(text, truncated: false), at: clock))
  }

  /// Presses keys by their names, `space` between them.
  mutating func press(_ names: String) {
    for name in names.split(separator: " ") {
      guard let key = Key(String(name)) else { continue }
      send(.input(.key(key), at: clock))
    }
  }

  /// Types a text, a key for each character.
  mutating func type(_ text: String) {
    for character in text { send(.input(.key(.character(character)), at: clock)) }
  }

  var grid: Grid {
    var grid = Grid(size: state.size)
    draw(state, into: &grid)
    return grid
  }

  /// The filter bar, while it is open.
  var filterBar: FilterBar? {
    if case .filter(let bar) = state.overlay { bar } else { nil }
  }
}

extension Stage {
  private mutating func perform(_ effect: Effect) -> [Message] {
    switch effect {
    case .loadPage(let request, let generation, _):
      let answer = Message.page(page(request), generation: generation)
      guard isSlow else { return [answer] }
      late = answer
      return []
    case .count(let query, let generation):
      return [.count(CappedCount(matching(query).count), generation: generation)]
    case .countViews(let wishes):
      return [
        .counts(
          Dictionary(
            uniqueKeysWithValues: wishes.map { ($0.index, CappedCount(matching($0.query).count)) }))
      ]
    case .loadPreview(let id): return detail(id).map { [.preview($0)] } ?? []
    case .loadDetail(let id): return [detail(id).map { .detail($0) } ?? .gone(id)]
    case .loadBody(let id): return [detail(id).map { .body(id, $0.issue.body) } ?? .gone(id)]
    case .loadDetailOf(let key):
      guard let id = issues.first(where: { $0.key == key })?.id, let detail = detail(id) else {
        return [.failed("there is no \(key)")]
      }
      return [.detail(detail)]
    case .perform(let verb, let ids): return change(ids, verb)
    case .performOnQuery(let verb, let query): return change(matching(query).map(\.id), verb)
    case .create(let draft):
      let number =
        (issues.filter { $0.key.prefix == draft.project }.map(\.key.number).max() ?? 0) + 1
      let key = IssueKey(prefix: draft.project, number: number)
      let id = Cast.id(5000 + issues.count)
      keep("created \(key)", [id])
      issues.append(
        Issue(
          id: id, key: key, title: draft.title, body: draft.body, createdAt: Cast.now,
          updatedAt: Cast.now))
      return [
        .performed(StepReport(title: "created \(key)", issues: [id], operationCount: 1)), .changed,
      ]
    case .saveDraft(let subject, let text):
      drafts[subject] = text
      return []
    case .discardDraft(let subject):
      drafts[subject] = nil
      return []
    case .loadDraft(let subject): return [.draft(subject, drafts[subject])]
    case .openEditor(let request):
      let text = editor(request.text)
      return [.editorReturned(request.subject, text == request.text ? nil : text)]
    case .saveView(let name, let query):
      keep("saved the view \(name)", [])
      views.append(
        SavedView(id: Cast.id(9000 + views.count), name: name, query: query, position: 99))
      return [
        .performed(StepReport(title: "saved the view \(name)", issues: [], operationCount: 1)),
        .views(views), .changed,
      ]
    case .loadViews: return [.views(views)]
    case .loadWatch: return bill.map { [.watch($0, [])] } ?? []
    case .loadServiceCounts: return [.serviceCounts(serviceCounts)]
    case .performWatch(let verb): return perform(verb)
    case .undo: return replay(isUndo: true)
    case .redo: return replay(isUndo: false)
    case .loadUpdateDrafts: return [.updateDrafts(updateDrafts)]
    case .loadTouched: return [.touched(touched)]
    case .copy(let text): return [.notice("copied \(text)")]
    default: return []
    }
  }

  private mutating func matching(_ query: Query) -> [Issue] {
    let text = query.description
    if let known = answers[text] { return known }
    let context = QueryContext(
      now: Cast.now, today: CivilDate(daysSinceEpoch: 20_523), me: state.me)
    let found =
      issues
      .filter { query.matches($0, comments: comments[$0.id] ?? [], in: context) }
      .sorted { query.areInOrder($0, $1) }
    answers[text] = found
    return found
  }

  private mutating func page(_ request: IssuePageRequest) -> IssuePage {
    let all = matching(request.query)
    let range: Range<Int>
    switch request.place {
    case .first: range = 0..<min(request.limit, all.count)
    case .last: range = max(0, all.count - request.limit)..<all.count
    case .after(let cursor):
      let start = place(of: cursor, in: all, request.query).map { $0 + 1 } ?? all.count
      range = start..<min(start + request.limit, all.count)
    case .before(let cursor):
      let end = place(of: cursor, in: all, request.query) ?? 0
      range = max(0, end - request.limit)..<end
    case .around(let cursor):
      range = around(place(of: cursor, in: all, request.query) ?? 0, all.count, request.limit)
    case .near(let id):
      range = around(all.firstIndex { $0.id == id } ?? 0, all.count, request.limit)
    }
    return IssuePage(
      rows: all[range].map(IssueSummary.init(row:)), hasBefore: range.lowerBound > 0,
      hasAfter: range.upperBound < all.count)
  }

  private func around(_ middle: Int, _ count: Int, _ limit: Int) -> Range<Int> {
    let start = max(0, middle - limit / 2)
    return start..<min(start + limit, count)
  }

  private func place(of cursor: IssueCursor, in issues: [Issue], _ query: Query) -> Int? {
    func isMeant(_ issue: Issue) -> Bool { Int64(truncatingIfNeeded: issue.id.low) == cursor.row }
    if let place = issues.firstIndex(where: isMeant) { return place }
    return gone.last(where: isMeant).map { left in
      issues.firstIndex { query.areInOrder(left, $0) } ?? issues.count
    }
  }

  private var serviceCounts: [EntityID: CappedCount] {
    [Cast.id(601): CappedCount(12), Cast.id(602): CappedCount(1_000, isCapped: true)]
  }

  private func detail(_ id: EntityID) -> IssueDetail? {
    guard let issue = issues.first(where: { $0.id == id }) else { return nil }
    let isFirst = id == Cast.detail.issue.id
    return IssueDetail(
      issue: issue, comments: comments[id] ?? (isFirst ? Cast.detail.comments : []),
      timeline: isFirst ? Cast.detail.timeline : [])
  }

  private mutating func change(_ ids: [EntityID], _ verb: IssueVerb) -> [Message] {
    if case .rewrite(_, let base?) = verb,
      issues.contains(where: { ids.contains($0.id) && $0.body != base })
    {
      return [.failed("somebody changed the description meanwhile")]
    }
    let name = ids.count == 1 ? issues.first { $0.id == ids[0] }?.key.description : nil
    let title = "\(verb.past) \(name ?? "\(ids.count) issues")"
    keep(title, ids)
    for index in issues.indices where ids.contains(issues[index].id) {
      switch verb {
      case .close(let status), .status(let status): issues[index].status = status
      case .reopen: issues[index].status = .todo
      case .priority(let priority): issues[index].priority = priority
      case .retitle(let title): issues[index].title = title
      case .rewrite(let body, _): issues[index].body = body
      case .own(let handle): issues[index].owner = handle
      case .assign(let add, let remove):
        issues[index].assignees = (issues[index].assignees + add).filter { !remove.contains($0) }
      case .label(let add, let remove):
        issues[index].labels =
          (issues[index].labels + add.map { Label(name: $0) }).filter { !remove.contains($0.name) }
      default: break
      }
    }
    return [
      .performed(StepReport(title: title, issues: ids, operationCount: ids.count)), .changed,
    ]
  }

  /// What there was before a step.
  private struct Step {
    var title: String
    var touched: [EntityID]
    var issues: [Issue]
    var views: [SavedView]
    var bill: WatchBill?
  }

  mutating func keep(_ title: String, _ touched: [EntityID]) {
    past.append(Step(title: title, touched: touched, issues: issues, views: views, bill: bill))
    future = []
  }

  private mutating func replay(isUndo: Bool) -> [Message] {
    guard let step = isUndo ? past.popLast() : future.popLast() else {
      return [.notice(isUndo ? "nothing to undo" : "nothing to redo")]
    }
    let now = Step(
      title: step.title, touched: step.touched, issues: issues, views: views, bill: bill)
    if isUndo { future.append(now) } else { past.append(now) }
    issues = step.issues
    views = step.views
    bill = step.bill
    let report = StepReport(
      title: (isUndo ? "undid: " : "redid: ") + step.title, issues: step.touched,
      operationCount: max(1, step.touched.count), isUndo: isUndo)
    return [.performed(report), .changed]
  }
}

extension Issue {
  /// The issue a row stands for, without a text.
  init(row: IssueSummary) {
    self.init(
      id: row.id, key: row.key, title: row.title, status: row.status, priority: row.priority,
      author: row.author, owner: row.owner, assignees: row.assignees, labels: row.labels,
      createdAt: row.createdAt, updatedAt: row.updatedAt, closedAt: row.closedAt,
      commentCount: row.commentCount)
  }
}
