public import Domain

/// Something the program must do for the screen; the screen itself does nothing.
public enum Effect: Sendable, Equatable {
  /// Read rows; answered by `page` with the same generation, or `queryRefused`. Rows ahead are
  /// not in sight yet: nothing need wait for them.
  case loadPage(IssuePageRequest, generation: Int, isAhead: Bool)
  /// Count what each view holds; answered by `counts`, all at once or one by one.
  case countViews([ViewCount])
  /// Count one query; answered by `count` with the same generation.
  case count(Query, generation: Int)
  /// Read an issue for the full screen; answered by `detail`, or `gone`.
  case loadDetail(EntityID)
  /// The same by key; answered by `detail`, or `failed` when there is none.
  case loadDetailOf(IssueKey)
  /// Read the whole text of an issue; answered by `body`, or `gone`.
  case loadBody(EntityID)
  /// Read an issue for the preview; answered by `preview`. A newer wish replaces an older one.
  case loadPreview(EntityID)
  /// Answered by `vocabulary`.
  case loadVocabulary
  /// Answered by `views`.
  case loadViews
  /// Read who stands which watch; answered by `watch`.
  case loadWatch
  /// Work out what my updates can be filled with; answered by `updateDrafts`.
  case loadUpdateDrafts
  /// Read which issues somebody touched from a moment on; answered by `touched`.
  case loadTouched(by: EntityID, since: Instant)
  /// Count the open issues of each service; answered by `serviceCounts`.
  case loadServiceCounts
  /// Do a verb of the watch bill; answered by `performed` or `failed`, then `changed`.
  case performWatch(WatchVerb)
  /// Change issues; answered by `performed` or `failed`, then `changed`.
  case perform(IssueVerb, on: [EntityID])
  /// Change every issue a query matches, as one step; answered likewise.
  case performOnQuery(IssueVerb, Query)
  /// Stops the large change that goes on; nothing of it is kept.
  case stopChange
  /// Answered by `performed` with the new issue's id, or `failed`, then `changed`.
  case create(IssueDraft)
  case undo
  case redo
  /// Keep unsent text, so that it survives whatever comes.
  case saveDraft(DraftSubject, String)
  case discardDraft(DraftSubject)
  /// Answered by `draft`.
  case loadDraft(DraftSubject)
  /// Leave the screen to `$EDITOR`; answered by `editorReturned`.
  case openEditor(EditorRequest)
  /// Answered by `performed` or `failed`, then `views`.
  case saveView(name: String, query: String)
  /// Answered by `performed` or `failed`, then `views`.
  case removeView(EntityID)
  /// Put text on the clipboard; answered by `notice`.
  case copy(String)
  /// Put an issue's address on the clipboard; answered by `notice`, or `failed` if it has none.
  case copyLink(EntityID)
  /// Draw with another theme from now on, and remember it.
  case useTheme(String)
  /// Remember where the preview stands.
  case keepPreview(PreviewPlace)
  /// Ring the terminal's bell.
  case ring
  case setTitle(String)
  case redraw
  case suspend
  case quit
}

/// A view whose issues are to be counted.
public struct ViewCount: Sendable, Equatable {
  /// The view's place in the line of views.
  public var index: Int
  /// What the view asks for.
  public var query: Query

  /// A wish for a count.
  public init(index: Int, query: Query) {
    self.index = index
    self.query = query
  }
}
