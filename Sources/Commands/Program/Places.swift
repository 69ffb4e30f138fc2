internal import Glibc

/// Where settings and notes of the program stand, after the XDG base directories.
struct Places {
  let config: String
  let state: String

  /// The places for an environment.
  init(_ variable: (String) -> String?) {
    let home = variable("HOME") ?? "."
    config = (variable("XDG_CONFIG_HOME") ?? home + "/.config") + "/watchbill"
    state = (variable("XDG_STATE_HOME") ?? home + "/.local/state") + "/watchbill"
  }

  /// Somebody's own looks.
  var themes: String { config + "/themes" }
  /// What somebody set for all their workspaces.
  var settings: String { config + "/config.yaml" }
  /// Somebody's own keys.
  var keys: String { config + "/keys.yaml" }
  /// The look chosen last.
  var chosenTheme: String { state + "/theme" }
  /// Where the preview stood last.
  var preview: String { state + "/preview" }
}

/// A small file as text; nil when it cannot be read.
func readFile(_ path: String) -> String? {
  let file = open(path, O_RDONLY | O_CLOEXEC)
  guard file >= 0 else { return nil }
  defer { close(file) }
  var bytes: [UInt8] = []
  var piece = [UInt8](repeating: 0, count: 16_384)
  while bytes.count < 1 << 20 {
    let count = read(file, &piece, piece.count)
    guard count > 0 else { break }
    bytes += piece[..<count]
  }
  return String(decoding: bytes, as: UTF8.self)
}

/// The first line of a small file; nil when there is none.
func firstLine(of path: String) -> String? {
  readFile(path)?.split(separator: "\n").first.map { String($0) }
}

/// Keeps a line for the next time; failing to is harmless.
func keepLine(_ line: String, in path: String) {
  makeFolders(to: path)
  guard let file = fopen(path, "w") else { return }
  fputs(line + "\n", file)
  fclose(file)
}

/// The names without ending of the YAML files in a folder.
func fileNames(in folder: String) -> [String] {
  guard let listing = opendir(folder) else { return [] }
  defer { closedir(listing) }
  var names: [String] = []
  while let entry = readdir(listing) {
    let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
      String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
    if name.hasSuffix(".yaml") { names.append(String(name.dropLast(5))) }
  }
  return names
}

/// Makes the folders a file is to stand in.
func makeFolders(to path: String) {
  var made = path.hasPrefix("/") ? "/" : ""
  for part in path.split(separator: "/").dropLast() {
    made += part + "/"
    mkdir(made, 0o700)
  }
}
