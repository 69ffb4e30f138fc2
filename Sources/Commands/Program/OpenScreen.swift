internal import Canvas
internal import Console
internal import Domain
internal import Glibc
internal import Screens
internal import Storage

/// What the screen is opened with.
public struct ScreenOptions: Sendable, Equatable {
  /// The path of the workspace's file.
  public var workspace: String
  /// The handle of whoever acts; nil for the workspace's own setting.
  public var person: String?
  /// The name of the look; nil for the one in the settings, else the one chosen last.
  public var theme: String?

  /// Options of the screen.
  public init(workspace: String, person: String? = nil, theme: String? = nil) {
    self.workspace = workspace
    self.person = person
    self.theme = theme
  }
}

/// Opens the screen and returns the exit status when it is left.
///
/// The way to the first frame touches no parser, no thread and no more of the
/// store than one page: see the budgets in the README.
@MainActor
func openScreen(_ options: ScreenOptions) throws -> Int32 {
  let shell = Shell.live
  let themes = ThemeShelf(places: Places(shell.variable))
  let store = try Store.open(path: options.workspace, environment: shell.environment)
  let settings = try shell.settings()
  let theme = try chosenTheme(options.theme ?? shell.variable("WATCHBILL_THEME"), settings, themes)
  let handle = try options.person ?? store.setting(.person) ?? settings.person(in: store)
  let author = try handle.map { try store.personID($0) }
  let terminal: Terminal
  do throws(TerminalError) {
    terminal = try Terminal()
  } catch {
    throw Failure(.usage, "\(error); in a script use 'watchbill issue list' and the like")
  }
  let (keymap, complaints) = KeyWishes.keymap(themes.places.keys)
  var state = AppState(
    size: terminal.size, now: shell.now,
    workspace: try store.setting(.name) ?? workspaceName(options.workspace), me: handle,
    glyphs: terminal.glyphs, keymap: keymap, themes: themes.names, theme: theme.name)
  if let place = firstLine(of: themes.places.preview).flatMap({ PreviewPlace(rawValue: $0) }) {
    state.previewPlace = place
  }
  if let complaint = complaints.first { _ = update(&state, .failed(complaint)) }
  let program = Program(terminal, store, themes, state: state, theme: theme, author: author)
  program.run()
  if let signal = program.lastSignal {
    terminal.end(by: signal)
  }
  terminal.leave()
  return ExitStatus.done.rawValue
}

private func chosenTheme(
  _ name: String?, _ settings: Settings, _ themes: ThemeShelf
) throws(Failure) -> Theme {
  if let name { return try themes.theme(name) }
  if let set = settings.entries[.theme] {
    do throws(Failure) {
      return try themes.theme(set.text)
    } catch {
      throw settings.fault(.theme, error.message)
    }
  }
  if let name = themes.remembered, let theme = try? themes.theme(name) { return theme }
  return try themes.theme(ThemeShelf.usual)
}

/// A file's name without folder and ending, for a workspace that was never named.
private func workspaceName(_ path: String) -> String {
  let file = path.split(separator: "/").last.map(String.init) ?? path
  return file.hasSuffix(".db") ? String(file.dropLast(3)) : file
}
