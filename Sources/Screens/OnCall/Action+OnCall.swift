extension Action {
  /// Moving through the lanes of the on-call tab.
  static let lanes: [Action] = [
    Action(
      .laterShift, .moving, "Later shift", "the shift to the right", keys: ["l", "right"],
      in: [.onCall], hint: "later"),
    Action(
      .earlierShift, .moving, "Earlier shift", "the shift to the left", keys: ["h", "left"],
      in: [.onCall]),
    Action(
      .laterSpan, .moving, "Later", "as much time on as is in sight", keys: ["L"],
      in: [.onCall]),
    Action(
      .earlierSpan, .moving, "Earlier", "as much time back as is in sight", keys: ["H"],
      in: [.onCall]),
    Action(
      .backToNow, .moving, "Now", "back to who is on call now", keys: ["."], in: [.onCall],
      command: "watchbill oncall now"),
    Action(
      .zoomIn, .moving, "Zoom in", "less time in sight: a week, a day", keys: ["z"],
      in: [.onCall], hint: "zoom"),
    Action(
      .zoomOut, .moving, "Zoom out", "more time in sight, up to five weeks", keys: ["Z"],
      in: [.onCall]),
  ]

  /// What is done about shifts.
  static let shifts: [Action] = [
    Action(
      .override, .watching, "Override", "somebody else for this shift, or for other times",
      keys: ["o"], in: [.onCall], command: "watchbill oncall override", hint: "override"),
    Action(
      .takeShift, .watching, "Take", "this shift is mine: now, or when cover is asked",
      keys: ["t"], in: [.onCall], command: "watchbill oncall take", hint: "take"),
    Action(
      .cover, .watching, "Ask for cover", "whoever can takes it; nothing moves before",
      keys: ["c"], in: [.onCall], command: "watchbill oncall cover", hint: "cover"),
    Action(
      .giveShift, .watching, "Give", "offer it to somebody", keys: ["v"], in: [.onCall],
      command: "watchbill oncall give", hint: "give"),
    Action(
      .swapShift, .watching, "Swap", "offer it for a shift of somebody else", keys: ["w"],
      in: [.onCall], command: "watchbill oncall swap", hint: "swap"),
    Action(
      .endChange, .watching, "End", "no override, request, offer or absence after all",
      keys: ["x"], in: [.onCall], hint: "end"),
    Action(
      .absence, .watching, "Away", "say when I am away; it changes no plan", keys: ["b"],
      in: [.onCall], command: "watchbill oncall absence", hint: "away"),
    Action(
      .roster, .watching, "Roster", "who takes turns; shows what moves before it is saved",
      keys: ["e"], in: [.onCall], command: "watchbill oncall show --apply FILE", hint: "roster"),
  ]
}
