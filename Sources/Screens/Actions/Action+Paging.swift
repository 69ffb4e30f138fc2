extension Action {
  /// What can be done about pages.
  static let paging: [Action] = [
    Action(
      .ack, .watching, "Acknowledge", "it is mine; a second one helps", keys: ["a"], in: [.pages],
      command: "watchbill page ack PAGE", hint: "ack"),
    Action(
      .resolve, .watching, "Resolve", "it is over; choose why", keys: ["r"], in: [.pages],
      command: "watchbill page resolve PAGE --reason REASON", hint: "resolve"),
    Action(
      .snooze, .watching, "Snooze", "let it be quiet for a while", keys: ["s"], in: [.pages],
      command: "watchbill page snooze PAGE --for 1h", hint: "snooze"),
    Action(
      .extend, .watching, "Extend", "hold it longer before it rings again", keys: ["E"],
      in: [.pages], hint: "extend"),
    Action(
      .escalate, .watching, "Escalate", "tell the next step now", keys: ["e"], in: [.pages],
      command: "watchbill page escalate PAGE", hint: "escalate"),
    Action(
      .release, .watching, "Release", "give it back: it rings again", keys: ["x"], in: [.pages],
      hint: "release"),
    Action(
      .trigger, .watching, "Page a service", "say what is wrong; who is on call is told",
      keys: ["n"], in: [.pages, .services],
      command: "watchbill page trigger SERVICE --summary TEXT", hint: "page"),
  ]

  /// What can be done about who owns a service.
  static let handing: [Action] = [
    Action(
      .offer, .watching, "Offer", "hand a service to somebody, who has to accept", keys: ["o"],
      in: [.services], command: "watchbill handoff offer SERVICE --to WHO", hint: "offer"),
    Action(
      .withdraw, .watching, "Withdraw", "take an offer of yours back", keys: ["w"],
      in: [.services], command: "watchbill handoff withdraw HANDOFF", hint: "withdraw"),
    Action(
      .findService, .watching, "Find a service", "by its name, team or owner, as you type",
      keys: ["/"], in: [.services], command: "watchbill service list", hint: "find"),
  ]
}

extension AppState {
  /// The verbs of watches for the last line, the likeliest first.
  static let watchHints: [ActionID] = [
    .accept, .decline, .itemDone, .ack, .resolve, .snooze, .release, .escalate, .offer, .withdraw,
    .findService, .trigger, .extend,
  ]
}
