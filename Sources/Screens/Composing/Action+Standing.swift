extension Action {
  /// How things stand: updates, digests, and the note at the end of a shift.
  static let standing: [Action] = [
    Action(
      .compose, .watching, "Write an update", "what I did fills it in; look it over, post it",
      keys: ["p"], in: [.status], command: "watchbill status post", hint: "write"),
    Action(
      .dayBefore, .watching, "The day before", "the digests of an earlier day",
      keys: ["[", "left"],
      in: [.status], command: "watchbill status digest --date DATE", hint: "earlier"),
    Action(
      .dayAfter, .watching, "The day after", "the digests of a later day", keys: ["]", "right"],
      in: [.status], hint: "later"),
    Action(
      .clearBlocker, .watching, "Cleared", "it is in nobody's way any more", keys: ["x"],
      in: [.status], command: "watchbill status blocked clear ID", hint: "cleared"),
    Action(
      .copyText, .watching, "Copy as text", "the digest or the note, for a chat", keys: ["y"],
      in: [.status, .note], command: "watchbill status digest", hint: "copy"),
    Action(
      .post, .watching, "Post", "the update as it stands", keys: ["enter", "ctrl-s"],
      in: [.compose], command: "watchbill status post", hint: "post"),
    Action(
      .editLine, .watching, "Edit the line", "type in it; Enter goes on to the next", keys: ["i"],
      in: [.compose, .note], hint: "edit"),
    Action(
      .addLine, .watching, "Add a line", "one more point below", keys: ["o"], in: [.compose],
      hint: "add"),
    Action(
      .removeLine, .watching, "Take the line away", "u brings it back", keys: ["x"],
      in: [.compose, .note], hint: "take away"),
    Action(
      .editUpdate, .watching, "Edit all of it", "the whole update, in $EDITOR", keys: ["e"],
      in: [.compose], hint: "editor"),
    Action(
      .note, .watching, "Handoff note", "of my shift's end, or the one that waits for me",
      keys: ["g h"], in: Place.all, command: "watchbill handoff draft"),
    Action(
      .takeItem, .watching, "Take it over", "this open page or this ask is mine now",
      keys: ["space"], in: [.note], command: "watchbill handoff accept ID --item N", hint: "take"),
    Action(
      .takeNote, .watching, "Accept the note", "everything on it, at once", keys: ["a"],
      in: [.note], command: "watchbill handoff accept ID", hint: "accept"),
    Action(
      .offerNote, .watching, "Offer the note", "to who comes on duty next", keys: ["o"],
      in: [.note], command: "watchbill handoff offer", hint: "offer"),
    Action(
      .feel, .watching, "How it felt", "the shift in a line", keys: ["f"], in: [.note],
      command: "watchbill handoff draft --feel TEXT", hint: "how it felt"),
    Action(
      .noteWatch, .watching, "Something to watch", "what, until when, when to escalate",
      keys: ["w"], in: [.note], command: "watchbill handoff draft --watch TEXT", hint: "watch"),
    Action(
      .noteAsk, .watching, "Ask for something", "what the next one is to do", keys: ["n"],
      in: [.note], command: "watchbill handoff draft --ask TEXT", hint: "ask"),
  ]

  /// The hints of updates and notes, the likeliest first.
  static let standingHints: [ActionID] = [
    .takeItem, .takeNote, .post, .compose, .editLine, .addLine, .offerNote, .feel, .noteWatch,
    .noteAsk, .clearBlocker, .dayBefore, .dayAfter, .copyText, .removeLine, .editUpdate,
  ]
}
