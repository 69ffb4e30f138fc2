internal import Canvas
internal import Console
internal import Domain
internal import Screens
internal import Storage

extension Program {
  /// Carries out one wish of the screen.
  func perform(_ effect: Effect) {
    switch effect {
    case .loadPage(let request, let generation, let isAhead):
      loadPage(request, generation, isAhead: isAhead)
    case .countViews(let views): count(views)
    case .count(let query, let generation): count(query, generation)
    case .loadPreview(let id):
      answer { store throws(StoreError) in
        try store.detail(of: id, commentLimit: 20, textLimit: 1 << 15, withTimeline: false)
          .map(Message.preview)
      }
    case .loadDetail(let id):
      answer { store throws(StoreError) in
        try store.detail(of: id).map { .detail($0) } ?? .gone(id)
      }
    case .loadBody(let id):
      answer { store throws(StoreError) in
        let whole = try store.detail(
          of: id, commentLimit: 0, textLimit: 1 << 30, withTimeline: false)
        return whole.map { .body(id, $0.issue.body) } ?? .gone(id)
      }
    case .loadDetailOf(let key):
      answer { store throws(StoreError) in
        try store.detail(of: store.issueID(key)).map(Message.detail)
      }
    case .loadVocabulary:
      answer { store throws(StoreError) in
        .vocabulary(
          try store.vocabulary(),
          WorkspaceWords(
            people: try store.people(), labels: try store.labels(),
            projects: try store.projects(counting: false)))
      }
    case .loadViews: answer { store throws(StoreError) in .views(try store.views()) }
    case .loadWatch: loadWatch()
    case .loadUpdateDrafts:
      guard let author else { return }
      drafts.read(
        { store throws(StoreError) in .updateDrafts(try store.updateDrafts(for: author)) },
        refused: { .failed($0) })
    case .loadTouched(let person, let since):
      touched.read(
        { store throws(StoreError) in
          .touched(try store.touchedIssues(by: person, since: since))
        },
        refused: { .failed($0) })
    case .loadServiceCounts: loadServiceCounts()
    case .perform, .performOnQuery, .performWatch, .create, .undo, .redo, .saveView, .removeView:
      change(effect)
    case .stopChange: largeChange?.stop()
    case .saveDraft(let subject, let text):
      quietly { store, author throws(StoreError) in
        try store.saveDraft(text, for: subject.name, as: author)
      }
    case .discardDraft(let subject):
      quietly { store, author throws(StoreError) in
        try store.discardDraft(for: subject.name, as: author)
      }
    case .loadDraft(let subject):
      let author = author
      answer { store throws(StoreError) in
        .draft(subject, try store.draft(for: subject.name, as: author))
      }
    case .openEditor(let request): openEditor(request)
    case .copy(let text): copy(text)
    case .copyLink(let id): copyLink(of: id)
    case .useTheme(let name): use(name)
    case .keepPreview(let place): keepLine(place.rawValue, in: themes.places.preview)
    case .ring: terminal.ring()
    case .setTitle(let title): terminal.setTitle(CleanText(title))
    case .redraw: terminal.redraw()
    case .suspend:
      terminal.suspend()
      tell(.resized(terminal.size))
    case .quit: hasQuit = true
    }
  }

  /// Reads at once and tells the answer: only what costs the same at any size.
  private func answer(_ read: (Store) throws(StoreError) -> Message?) {
    do throws(StoreError) {
      if let message = try read(store) { tell(message) }
    } catch {
      tell(.failed(error.description))
    }
  }

  /// Writes something that changes no issue; no window need read again for it.
  ///
  /// It waits for a large change, which has the file to itself.
  func quietly(_ write: @escaping (Store, EntityID?) throws(StoreError) -> Void) {
    guard largeChange == nil else {
      waitingDrafts.append(write)
      return
    }
    do throws(StoreError) {
      try write(store, author)
      log.note(1)
    } catch {
      tell(.failed(error.description))
    }
  }

  // MARK: Reading

  /// A page comes from the background, and the frame waits a moment for it.
  ///
  /// So what is quick is drawn in one go, and what is slow never holds a key up. For rows that
  /// are not in sight yet it does not wait.
  private func loadPage(_ request: IssuePageRequest, _ generation: Int, isAhead: Bool) {
    let context = context
    guard !isOpening else {
      // Nothing to wait for on the way to the first frame: no thread is started for it.
      answer { store throws(StoreError) in
        .page(try store.page(request, in: context), generation: generation)
      }
      return
    }
    pages.read(
      { store throws(StoreError) in
        .page(try store.page(request, in: context), generation: generation)
      },
      refused: { .queryRefused($0, generation: generation) })
    guard !isAhead else { return }
    mailbox.wait(upTo: 6)
    for message in mailbox.collect() { tell(message) }
  }

  /// The watch bill is read in the background: no key waits for it.
  private func loadWatch() {
    let author = author
    watches.read(
      { store throws(StoreError) in
        let bill = try store.watchBill(for: author)
        let facts = try author.map { author throws(StoreError) in
          try store.inboxFacts(for: author)
        }
        return .watch(bill, facts ?? [])
      },
      refused: { .failed($0) })
  }

  private func loadServiceCounts() {
    services.read(
      { store throws(StoreError) in .serviceCounts(try store.openCounts(upTo: 1_000)) },
      refused: { .notice("cannot count the issues of services: \($0)") })
  }

  private func count(_ query: Query, _ generation: Int) {
    let context = context
    totals.read(
      { store throws(StoreError) in
        .count(try store.count(query, in: context), generation: generation)
      },
      refused: { .notice("cannot count: \($0)") })
  }

  private func count(_ views: [ViewCount]) {
    let context = context
    counts.read(
      { store throws(StoreError) in
        var counted: [Int: CappedCount] = [:]
        for view in views { counted[view.index] = try store.count(view.query, in: context) }
        return .counts(counted)
      },
      refused: { .notice("cannot count: \($0)") })
  }

  /// What queries need to know of the world at this moment.
  var context: QueryContext {
    store.context(me: state.me, offset: utcOffset(store.environment.now()))
  }

  // MARK: The world outside

  private func copy(_ text: String) {
    tell(
      terminal.copy(text)
        ? .notice("copied \(text.count > 60 ? "\(text.count) characters" : text)")
        : .failed("cannot copy: the text is too long, or the terminal takes none"))
  }

  private func copyLink(of id: EntityID) {
    answer { store throws(StoreError) in
      let detail = try store.detail(of: id, commentLimit: 0, textLimit: 0, withTimeline: false)
      let url = [detail?.issue.foreign?.url, detail?.issue.demo].compactMap(\.self)
        .first { !$0.isEmpty }
      guard let url else { return .failed("this issue has no address elsewhere") }
      copy(url)
      return nil
    }
  }

  private func use(_ name: String) {
    do throws(Failure) {
      theme = try themes.theme(name)
      themes.remember(name)
    } catch {
      tell(.failed(error.message))
    }
  }
}
