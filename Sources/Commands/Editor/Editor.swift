internal import Glibc

/// The person's own editor, for texts of more than a line.
///
/// It is started with its arguments as they are, without a shell, so that no file name
/// can become a command.
struct Editor {
  private let command: [String]
  private let folder: String

  /// The editor of our own variable, of the settings, of the system's variables, else vi.
  init(_ shell: Shell) throws(Failure) {
    let set = try shell.settings().editor
    let typed =
      [shell.variable("WATCHBILL_EDITOR"), set]
      + ["VISUAL", "EDITOR"].map(shell.variable)
    command = words(of: typed.compactMap(\.self).first ?? "vi")
    folder = shell.variable("TMPDIR") ?? "/tmp"
  }

  /// Lets the person edit a text; returns it without blank lines at its end.
  func edit(_ text: String) throws(Failure) -> String {
    let (edited, path) = try edited(text)
    unlink(path)
    return edited
  }

  /// Lets the person edit a text, and gives it to `use`.
  ///
  /// Should `use` fail, the text stays in its file and the failure says where.
  func edit(_ text: String, _ use: (String) throws -> Void) throws {
    let (edited, path) = try edited(text)
    do {
      try use(edited)
    } catch {
      guard let failure = Failure(error), !edited.isEmpty else {
        unlink(path)
        throw error
      }
      throw Failure(failure.status, "\(failure.message); your text is in \(path)")
    }
    unlink(path)
  }

  /// What the person made of a text, and the file it is still in.
  private func edited(_ text: String) throws(Failure) -> (String, path: String) {
    let path = try temporaryFile(holding: text)
    let status: Int32
    do throws(Failure) {
      status = try ChildProcess.run(command + [path])
    } catch {
      unlink(path)
      throw error
    }
    guard status == 0 else {
      throw Failure(
        .failed,
        "\(command.joined(separator: " ")) ended with status \(status); nothing was changed and "
          + "your text is in \(path)")
    }
    let read = try InputFile.text(path)
    return (String(read.reversed().drop { $0.isWhitespace }.reversed()), path)
  }

  private func temporaryFile(holding text: String) throws(Failure) -> String {
    var template = Array("\(folder)/watchbill-XXXXXX.md".utf8CString)
    let descriptor = mkstemps(&template, 3)
    guard descriptor >= 0 else {
      throw Failure(.cannotWrite, "cannot make a file in \(folder): \(systemReason())")
    }
    let sink = Sink(descriptor)
    defer { close(descriptor) }
    try sink.write(text)
    try sink.flush()
    return template.withUnsafeBufferPointer { pointer in
      pointer.baseAddress.map { String(cString: $0) } ?? ""
    }
  }
}

/// The words of a command as a person writes it: blanks part them, quotes keep them together.
///
///     code --wait            code, --wait
///     "/opt/my editor/ed" -x /opt/my editor/ed, -x
func words(of command: String) -> [String] {
  var words: [String] = []
  var word: String?
  var quote: Character?
  var isEscaped = false
  for character in command {
    if isEscaped {
      word = (word ?? "") + String(character)
      isEscaped = false
    } else if character == "\\", quote != "'" {
      isEscaped = true
    } else if character == quote {
      quote = nil
    } else if quote == nil, character == "\"" || character == "'" {
      quote = character
      word = word ?? ""
    } else if quote == nil, character == " " || character == "\t" {
      if let finished = word { words.append(finished) }
      word = nil
    } else {
      word = (word ?? "") + String(character)
    }
  }
  if let word { words.append(word) }
  return words.isEmpty ? ["vi"] : words
}
