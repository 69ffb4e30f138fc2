extension Action {
  /// Every action there is, in the order the help shows them.
  public static let table: [Action] =
    moving + lanes + looking + marking + changing + tabs + watching + shifts + paging + handing
    + standing + program

  private static let moving: [Action] = [
    Action(
      .down, .moving, "Down", "the next issue, or a line down", keys: ["j", "down"], in: Place.all),
    Action(.up, .moving, "Up", "the issue before, or a line up", keys: ["k", "up"], in: Place.all),
    Action(.top, .moving, "Top", "the first one", keys: ["g g", "home"], in: Place.all),
    Action(.bottom, .moving, "Bottom", "the last one", keys: ["G", "end"], in: Place.all),
    Action(
      .halfDown, .moving, "Half a page down", "half a page on", keys: ["ctrl-d"], in: Place.all),
    Action(.halfUp, .moving, "Half a page up", "half a page back", keys: ["ctrl-u"], in: Place.all),
    Action(
      .pageDown, .moving, "Page down", "a page on", keys: ["pgdn", "ctrl-f"], in: Place.all),
    Action(
      .pageUp, .moving, "Page up", "a page back", keys: ["pgup", "ctrl-b"], in: Place.all),
    Action(
      .nextView, .moving, "Next view", "the view to the right", keys: ["]", "tab", "right"],
      in: [.list]),
    Action(
      .previousView, .moving, "Previous view", "the view to the left",
      keys: ["[", "shift-tab", "left"], in: [.list]),
    Action(
      .numberedView, .moving, "View by number", "the first view to the ninth; also 3 Enter",
      keys: (1...9).map { "alt-\($0)" }, in: [.list]),
    Action(
      .pageOn, .moving, "Read on", "a page on", keys: ["space"], in: [.detail], hint: "read on"),
    Action(
      .nextIssue, .moving, "Next issue", "the next issue of the list", keys: ["J"],
      in: [.detail], hint: "next"),
    Action(
      .previousIssue, .moving, "Previous issue", "the issue before in the list", keys: ["K"],
      in: [.detail], hint: "previous"),
  ]

  private static let looking: [Action] = [
    Action(
      .open, .looking, "Open", "the issue over the whole screen; what a row leads to",
      keys: ["enter"], in: Place.watches.union([.list, .note]),
      command: "watchbill issue show KEY", hint: "open"),
    Action(
      .back, .looking, "Back", "out of here; in the list: marks, then the filter",
      keys: ["esc"], in: Place.all, hint: "back"),
    Action(
      .filter, .looking, "Filter", "find issues as you type", keys: ["/"], in: [.list],
      command: "watchbill issue list QUERY", hint: "filter"),
    Action(
      .find, .looking, "Find in the issue", "words in the issue", keys: ["/"], in: [.detail],
      hint: "find"),
    Action(
      .findNext, .looking, "Find next", "the next place with the words", keys: ["ctrl-n"],
      in: [.detail]),
    Action(
      .findPrevious, .looking, "Find previous", "the place before with the words",
      keys: ["ctrl-p"], in: [.detail]),
    Action(
      .preview, .looking, "Preview", "beside, below or not at all", keys: ["v"],
      in: Place.watches.subtracting([.onCall]).union([.list])),
    Action(
      .previewDown, .looking, "Preview down", "the preview a few lines on",
      keys: ["J", "ctrl-e"], in: Place.watches.union([.list])),
    Action(
      .previewUp, .looking, "Preview up", "the preview a few lines back",
      keys: ["K", "ctrl-y"], in: Place.watches.union([.list])),
  ]

  private static let marking: [Action] = [
    Action(
      .mark, .marking, "Mark", "mark this issue; verbs act on all marked ones",
      keys: ["space"], in: [.list], hint: "mark"),
    Action(
      .markAll, .marking, "Mark all", "all in sight, then all that match, then none",
      keys: ["*"], in: [.list]),
    Action(
      .saveView, .marking, "Save as a view", "keep this filter as a view", keys: ["V"],
      in: [.list], command: "watchbill view save NAME QUERY"),
    Action(
      .removeView, .marking, "Remove the view", "take this view off the top line",
      keys: ["g V"], in: [.list], command: "watchbill view remove NAME"),
  ]

  private static let changing: [Action] = [
    Action(
      .new, .changing, "New issue", "a title, then write on or leave it", keys: ["n"],
      command: "watchbill issue create", hint: "new"),
    Action(
      .close, .changing, "Close", "done with it", keys: ["c"],
      command: "watchbill issue close KEY", hint: "close"),
    Action(
      .drop, .changing, "Drop", "close it undone", keys: ["C"],
      command: "watchbill issue close KEY --as dropped"),
    Action(
      .reopen, .changing, "Reopen", "there is work left after all", keys: ["o"],
      command: "watchbill issue reopen KEY", hint: "reopen"),
    Action(
      .status, .changing, "Status", "choose where it stands", keys: ["s"],
      command: "watchbill issue edit KEY --status STATUS", hint: "status"),
    Action(
      .priority, .changing, "Priority", "choose how soon it matters", keys: ["p"],
      command: "watchbill issue edit KEY --priority 0-4", hint: "priority"),
    Action(
      .label, .changing, "Label", "choose its labels, or make one", keys: ["l"],
      command: "watchbill issue label KEY NAME", hint: "label"),
    Action(
      .assign, .changing, "Assign", "choose who helps", keys: ["a"],
      command: "watchbill issue assign KEY --to HANDLE", hint: "assign"),
    Action(
      .take, .changing, "Assign to me", "put me among those who help", keys: ["A"],
      command: "watchbill issue assign KEY @me"),
    Action(
      .own, .changing, "Owner", "choose the one who answers for it", keys: ["w"],
      command: "watchbill issue edit KEY --owner HANDLE", hint: "owner"),
    Action(
      .handOver, .changing, "Hand over", "offer it to somebody, who has to accept", keys: ["H"],
      command: "watchbill issue handoff KEY --to WHO"),
    Action(.watch, .changing, "Watch", "follow it, or stop following", keys: ["W"]),
    Action(
      .retitle, .changing, "Retitle", "change its title", keys: ["t"],
      command: "watchbill issue edit KEY --title TITLE", hint: "retitle"),
    Action(
      .comment, .changing, "Comment", "say something in one line", keys: ["m"],
      command: "watchbill issue comment KEY TEXT", hint: "comment"),
    Action(
      .commentInEditor, .changing, "Comment in the editor", "say more, in $EDITOR",
      keys: ["M"], command: "watchbill issue comment KEY"),
    Action(
      .editBody, .changing, "Edit the text", "its body, in $EDITOR", keys: ["e"],
      command: "watchbill issue edit KEY --body TEXT", hint: "edit"),
    Action(
      .undo, .changing, "Undo", "take the last change back", keys: ["u"],
      in: Place.all, command: "watchbill undo", hint: "undo"),
    Action(
      .redo, .changing, "Redo", "make it again", keys: ["ctrl-r"], in: Place.all,
      command: "watchbill redo"),
  ]

  private static let tabs: [Action] = [
    Action(
      .inbox, .tabs, "Inbox", "what waits for me", keys: ["f1", "g i"], in: Place.all,
      command: "watchbill inbox list"),
    Action(
      .issues, .tabs, "Issues", "the lists of issues", keys: ["f2", "g l"], in: Place.all,
      command: "watchbill issue list"),
    Action(
      .onCall, .tabs, "On-call", "who is on call, and when", keys: ["f3", "g o"], in: Place.all,
      command: "watchbill oncall now"),
    Action(
      .pages, .tabs, "Pages", "what rings, and what rang", keys: ["f4", "g p"], in: Place.all,
      command: "watchbill page list"),
    Action(
      .updates, .tabs, "Status", "how things stand", keys: ["f5", "g s"], in: Place.all,
      command: "watchbill status show"),
    Action(
      .services, .tabs, "Services", "who owns what", keys: ["f6", "g m"], in: Place.all,
      command: "watchbill service list"),
    Action(
      .nextTab, .tabs, "Next tab", "the tab to the right", keys: [">"], in: Place.all),
    Action(
      .previousTab, .tabs, "Previous tab", "the tab to the left", keys: ["<"], in: Place.all),
  ]

  private static let watching: [Action] = [
    Action(
      .accept, .watching, "Accept", "take what is offered, asked or ringing", keys: ["a"],
      in: [.inbox, .services], hint: "accept"),
    Action(
      .decline, .watching, "Decline", "say no to what is offered", keys: ["x"],
      in: [.inbox, .services], hint: "decline"),
    Action(
      .itemDone, .watching, "Done", "out of the inbox for good", keys: ["d"], in: [.inbox],
      hint: "done"),
    Action(
      .itemUnread, .watching, "Read or unread", "turn the mark of an item", keys: ["U"],
      in: [.inbox]),
  ]

  private static let program: [Action] = [
    Action(.copyKey, .program, "Copy the key", "API-42 to the clipboard", keys: ["y"]),
    Action(.copyLink, .program, "Copy the link", "its address to the clipboard", keys: ["Y"]),
    Action(
      .palette, .program, "Everything", "every verb with its key; type to find", keys: ["?"],
      in: Place.all, hint: "all keys"),
    Action(
      .go, .program, "Go", "an issue by key, a view, a theme, any verb", keys: [":"],
      in: Place.all, hint: "go"),
    Action(.redraw, .program, "Redraw", "draw the screen anew", keys: ["ctrl-l"], in: Place.all),
    Action(
      .suspend, .program, "Suspend", "back to the shell; fg returns", keys: ["ctrl-z"],
      in: Place.all),
    Action(
      .quit, .program, "Quit", "leave; in an issue: back to the list", keys: ["q", "ctrl-c"],
      in: Place.all),
  ]
}
