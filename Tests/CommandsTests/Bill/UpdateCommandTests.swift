import Domain
import Testing

@testable import Commands

/// Updates, digests and the inbox from the command line.
@Suite struct UpdateCommandTests {
  private let bench: CommandBench

  init() throws {
    bench = try CommandBench()
    try bench.succeed("status prompt set --team api --zone team")
  }

  @Test func `an update writes half of itself and is posted in one go`() throws {
    try bench.succeed("issue status API-1 --to doing")
    let draft = try bench.succeed("status post --dry-run").output
    #expect(draft.contains("# What did you get done?\n- Began API-1 Parser eats newlines"))
    #expect(bench.run("status show").status == 2)
    let posted = try bench.succeed("status post --drafted --blocked '@bo: staging credentials'")
    #expect(posted.lines.first == "@ana, Wed 11 Mar, team api")
    #expect(posted.errors == "posted an update to team api\n")
    #expect(
      try bench.succeed("status post --next 'Ship it'").errors == "changed an update to team api\n")
    #expect(try bench.succeed("status show ana 2026-03-11").output.contains("- Ship it"))
    try bench.succeed("undo")
    #expect(try bench.succeed("status show").output.contains("- Go on with API-1"))
    try bench.succeed("undo")
    #expect(bench.run("status show").status == 2)
  }

  @Test func `a digest reads well when it is pasted`() throws {
    try bench.succeed(
      "status post --done 'Closed API-7' --next 'API-9' --blocked '@bo: staging credentials'")
    bench.now = bench.now.advanced(by: 6 * Instant.hour)
    #expect(
      try bench.succeed("status digest").output == """
        Team api, Wed 11 Mar

        Blocked:
        - @ana waits for @bo: staging credentials, since today

        Changed:
        - @ana: Closed API-7

        Next:
        - @ana: API-9

        1 person has not answered yet.

        On call (America/New_York):
        - api-primary: @ana until Mon 16 Mar 09:00, then @bo
        - No gaps in the next 14 days
        - No pages since the last digest

        """)
    #expect(
      try bench.succeed("status digest --markdown").output.hasPrefix("## Team api, Wed 11 Mar\n"))
    #expect(try bench.succeed("status digest --json silent").output == "{\"silent\":1}\n")
  }

  @Test func `a digest after working hours tells of the day that ends`() throws {
    try bench.succeed("status prompt set --team api --zone team --time 09:30")
    bench.now = bench.now.advanced(by: 5 * Instant.hour)
    try bench.succeed("status post --done 'Closed API-7' --blocked 'API-1: the parser'")
    // 19:36 in New York.
    bench.now = bench.now.advanced(by: 8 * Instant.hour + 36 * Instant.minute)
    let digest = try bench.succeed("status digest --json date,changed,on_call").output
    #expect(digest.hasPrefix("{\"date\":\"2026-03-11\",\"changed\":[{\"person\":\"ana\""))
    #expect(digest.contains("\"schedule\":\"api-primary\",\"people\":[\"ana\"]"))
    let draft = try bench.succeed("status post --dry-run --json team,date").output
    #expect(draft == "{\"team\":\"api\",\"date\":\"2026-03-12\"}\n")
  }

  @Test func `who is away is not asked`() throws {
    bench.now = bench.now.advanced(by: 5 * Instant.hour)
    #expect(try bench.succeed("inbox", as: "bo").output.contains("prompt due"))
    try bench.succeed("oncall absence add bo --from 2026-03-11 --to 2026-03-12")
    #expect(!(try bench.succeed("inbox", as: "bo").output.contains("prompt due")))
  }

  @Test func `a blocker is told to whom it waits for, ages and is cleared`() throws {
    try bench.succeed("status post --blocked '@bo: staging credentials'")
    #expect(
      try bench.succeed("inbox --json kind,words", as: "bo").output
        .contains("\"blocked on you\",\"words\":\"@ana waits for you: staging credentials\""))
    bench.now = bench.now.advanced(by: 5 * Instant.day)
    #expect(try bench.succeed("status blocked --json working_days").output.contains("3"))
    try bench.succeed("status blocked clear", as: "bo")
    #expect(try bench.succeed("status blocked").errors == "nobody is blocked\n")
    try bench.succeed("undo", as: "bo")
    #expect(try bench.succeed("status blocked").lines.count == 2)
  }

  @Test func `a prompt is set, shown and removed`() throws {
    let set = try bench.succeed(
      "status prompt set --team api --time 10:15 --days mon,thu --question 'done:What shipped?' "
        + "--question 'How is the load?'")
    #expect(
      set.lines == [
        "team api: Monday, Thursday 10:15 on the team's clock, digest 12:00",
        "  done     What shipped?", "  other    How is the load?",
      ])
    #expect(bench.run("status post --date 2026-03-11 --done x").status == 1)
    #expect(bench.run("status post --next x").status == 64)
    #expect(bench.run("status prompt set --team api --time 25:00").status == 64)
    #expect(bench.run("status prompt set --team api --days someday").status == 64)
    try bench.succeed("status prompt remove --team api")
    #expect(bench.run("status post --done x").status == 2)
    try bench.succeed("undo")
    #expect(try bench.succeed("status prompt").lines.count == 3)
  }

  @Test func `what was done with in the inbox stays done, and reading is no step`() throws {
    try bench.succeed("service handoff router --to bo")
    let items = try bench.succeed("inbox list", as: "bo").lines
    #expect(items.contains { $0.contains("new  offered") && $0.hasSuffix("@ana hands you router") })
    try bench.succeed("inbox read --all", as: "bo")
    #expect(try bench.succeed("inbox --unread", as: "bo").errors == "nothing waits for you\n")
    try bench.succeed("inbox done --all", as: "bo")
    #expect(try bench.succeed("inbox", as: "bo").errors == "nothing waits for you\n")
    try bench.succeed("undo", as: "bo")
    #expect(try bench.succeed("inbox", as: "bo").lines.count == items.count)
    #expect(bench.run("inbox done", as: "bo").status == 64)
    #expect(bench.run("inbox done zz", as: "bo").status == 2)
  }

  @Test func `a team and a person are shown with their watches`() throws {
    #expect(try bench.succeed("team show api").output.contains("on call   api-primary: @ana"))
    #expect(try bench.succeed("person show bo").output.contains("Mon 16 Mar 14:00, api-primary"))
  }
}
