/// Titles of 20 to 90 characters, and bodies of some 55 words with a long tail.
extension IssueGenerator {
  func title(_ random: inout SplitMix) -> String {
    var title = random.pick(phrases.subjects) ?? ""
    title += " "
    title += random.pick(phrases.symptoms) ?? ""
    guard random.chance(35), let context = random.pick(phrases.contexts),
      title.utf8.count + context.utf8.count < 90
    else { return title }
    return title + " " + context
  }

  func body(_ random: inout SplitMix) -> String {
    if random.chance(4) { return "" }
    var body = random.pick(phrases.openings) ?? ""
    // Few issues are long, but they are very long: each half as likely as the one before.
    var details = 1 + random.below(3)
    while details < 60, random.chance(details < 3 ? 20 : 62) { details += 1 }
    for index in 0..<details {
      body += index % 3 == 2 ? "\n\n" : " "
      body += random.pick(phrases.details) ?? ""
    }
    if random.chance(18) { appendLog(to: &body, &random) }
    if random.chance(60), let ask = random.pick(phrases.asks) { body += "\n\n" + ask }
    return body
  }

  private func appendLog(to body: inout String, _ random: inout SplitMix) {
    body += "\n\n```\n"
    for _ in 0...random.below(4) {
      body += random.pick(phrases.logLines) ?? ""
      body += "\n"
    }
    body += "```"
  }
}
