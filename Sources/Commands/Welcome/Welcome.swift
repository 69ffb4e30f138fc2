internal import Canvas
internal import Domain
internal import Storage

/// The first minute: there is no workspace yet, so three ways to one are offered.
struct Welcome {
  let shell: Shell
  /// Where the workspace is to be.
  let path: String
  let person: String?
  let theme: String?

  /// Asks, makes what was chosen, and opens the screen.
  @MainActor
  func begin() throws -> Int32 {
    guard shell.isInputTerminal, shell.isOutputTerminal else {
      throw Failure(
        .notFound,
        "there is no workspace at \(path); 'watchbill demo' or 'watchbill import FILE' makes one")
    }
    try say(
      """
      Welcome to Watchbill. There is no workspace at \(CleanText(path)) yet.

        1  look around in a made-up company
        2  bring issues in from a file: GitHub's, CSV or our own
        3  start empty

      """)
    switch try ask("Which?", proposal: "1") {
    case "1": return try demo()
    case "2": return try importFile()
    case "3": return try startEmpty()
    default: throw Failure(.usage, "that was none of 1, 2 and 3; nothing was made")
    }
  }

  @MainActor
  private func demo() throws -> Int32 {
    let path = try WorkspacePath(nil, shell, special: "demo.db").path
    let demo = try DemoWorkspace(DemoCompany.shipped(), at: path, shell)
    _ = try Indexing(store: demo.store, shell: shell).run()
    return try openScreen(ScreenOptions(workspace: demo.store.path, person: person, theme: theme))
  }

  @MainActor
  private func importFile() throws -> Int32 {
    let file = try ask("Which file?", proposal: nil)
    let source = try FileSource(file, format: .auto, now: shell.now)
    let guess = source.isGitHubs ? ProjectGuess(source.beginning) : nil
    let typed = try ask("The prefix of its issues' keys?", proposal: guess?.prefix ?? "OPS")
    let prefix = try projectPrefix(typed)
    let who = try askWho()
    try FileImport(
      source: source, prefix: prefix, isDryRun: false, workspace: .at(path),
      form: .text, shell: shell
    ).run()
    try shell.output.flush()
    try settle(who)
    return try open()
  }

  @MainActor
  private func startEmpty() throws -> Int32 {
    let who = try askWho()
    let prefix = try projectPrefix(try ask("The prefix of your first project?", proposal: "OPS"))
    let store = try settle(who)
    let project = EntityRef(.project, store.environment.newID())
    let create = CreateEntity(project, fields: [.prefix: .text(prefix), .name: .text("")])
    _ = try store.perform(
      "added project \(prefix)", [.create(create)], as: try store.personID(who.handle))
    return try open()
  }

  private func askWho() throws(Failure) -> Identity {
    let proposal = Identity.proposal(shell)
    let name = try ask("Your name?", proposal: proposal.name)
    let email = try ask("Your e-mail?", proposal: proposal.email ?? "")
    let typed = try ask(
      "Your handle, as typed after @?", proposal: person ?? proposal.handle)
    return Identity(handle: try handle(typed), name: name, email: email.isEmpty ? nil : email)
  }

  /// Makes sure of the person, whom an import may have brought already, and remembers them.
  @discardableResult
  private func settle(_ who: Identity) throws -> Store {
    let store = try WorkspaceOptions.at(path).openOrCreate(shell).store
    let known = try store.people().first { $0.handle.isSame(as: who.handle) }
    if known == nil {
      let person = EntityRef(.person, store.environment.newID())
      let fields: [Field: Value] = [
        .handle: .text(who.handle), .name: .text(who.name), .email: .optional(who.email),
      ]
      _ = try store.perform(
        "added \(who.handle)", [.create(CreateEntity(person, fields: fields))], as: nil)
    }
    try store.set(.person, to: known?.handle ?? who.handle)
    return store
  }

  @MainActor
  private func open() throws -> Int32 {
    try openScreen(ScreenOptions(workspace: path, person: nil, theme: theme))
  }

  private func say(_ text: String) throws(Failure) {
    try shell.output.line(text)
    try shell.output.flush()
  }

  /// Asks for a line; an empty answer takes the proposal.
  private func ask(_ question: String, proposal: String?) throws(Failure) -> String {
    let hint = proposal.map { $0.isEmpty ? "" : " [\(CleanText($0))]" } ?? ""
    try shell.output.write("\(question)\(hint) ")
    try shell.output.flush()
    guard let answer = readLine() else {
      throw Failure(.usage, "nothing was chosen, so nothing was made")
    }
    let text = String(answer.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    if text.isEmpty, let proposal { return proposal }
    guard !text.isEmpty else { throw Failure(.usage, "nothing was said, so nothing was made") }
    return text
  }
}
