internal import Domain
internal import Storage

/// What somebody set for all their workspaces, in `$XDG_CONFIG_HOME/watchbill/config.yaml`.
///
/// ```yaml
/// theme: day                  # else the one chosen last
/// person: ana                 # who acts where the workspace has no setting of its own
/// workspace: ~/team/work.db   # else the one in your data folder
/// editor: code --wait         # else VISUAL, EDITOR or vi
/// ```
///
/// The variables WATCHBILL_THEME, WATCHBILL_PERSON, WATCHBILL_WORKSPACE and WATCHBILL_EDITOR go
/// before the file, and options go before both.
struct Settings: Equatable {
  /// What can be set.
  enum Name: String, CaseIterable {
    case theme, person, workspace, editor
  }

  /// A setting as the file has it, and the line, from 1.
  struct Entry: Equatable {
    let text: String
    let line: Int
  }

  /// The file, for what is said about it.
  let path: String
  /// The settings there are.
  let entries: [Name: Entry]

  /// The settings of the file; none when there is no file, and one line about what is wrong in it.
  static func read(_ places: Places) throws(Failure) -> Settings {
    guard let text = readFile(places.settings) else {
      return Settings(path: places.settings, entries: [:])
    }
    return try Settings(text, path: places.settings)
  }

  init(path: String, entries: [Name: Entry]) {
    self.path = path
    self.entries = entries
  }

  /// The settings in a file's text.
  init(_ text: String, path: String) throws(Failure) {
    var entries: [Name: Entry] = [:]
    do throws(FlatYAML.Fault) {
      for (key, entry) in try FlatYAML.entries(of: text) {
        guard let name = Name(rawValue: key) else {
          let names = Name.allCases.map(\.rawValue).joined(separator: ", ")
          throw FlatYAML.Fault(
            line: entry.line, field: key, reason: "is no setting; the settings are \(names)")
        }
        guard entries[name] == nil else {
          throw FlatYAML.Fault(
            line: entry.line, field: key, reason: "is set twice; keep one of them")
        }
        entries[name] = entry
      }
    } catch {
      throw Failure(.badData, "\(path), \(error)")
    }
    self.init(path: path, entries: entries)
  }

  /// The failure that says what is wrong with a setting and what may stand there.
  func fault(_ name: Name, _ reason: String) -> Failure {
    let line = entries[name].map { "line \($0.line), " } ?? ""
    return Failure(.badData, "\(path), \(line)\(name.rawValue): \(reason)")
  }
}

extension Settings {
  /// The workspace's file; `~/` begins at a home folder.
  func workspace(home: String) throws(Failure) -> String? {
    guard let text = entries[.workspace]?.text else { return nil }
    if text.hasPrefix("~/") { return home + text.dropFirst() }
    guard text.hasPrefix("/") else {
      throw fault(.workspace, "'\(text)' is no path from the root; begin it with / or ~/")
    }
    return text
  }

  /// The handle of whoever acts, without its `@`.
  func person() throws(Failure) -> String? {
    guard let text = entries[.person]?.text else { return nil }
    do throws(Failure) {
      return try handle(text)
    } catch {
      throw fault(.person, error.message)
    }
  }

  /// The same, if they are in a workspace: a setting for all of them need not fit each.
  func person(in store: Store) throws -> String? {
    guard let handle = try person() else { return nil }
    do throws(StoreError) {
      _ = try store.personID(handle)
      return handle
    } catch {
      guard error.code == .notFound else { throw error }
      return nil
    }
  }

  /// The command of the editor.
  var editor: String? { entries[.editor]?.text }
}

extension Shell {
  /// What somebody set for all their workspaces.
  func settings() throws(Failure) -> Settings { try Settings.read(Places(variable)) }
}
