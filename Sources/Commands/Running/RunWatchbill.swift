internal import ArgumentParser
internal import Canvas

/// Runs the program with its arguments, without the program's own name; returns the exit status.
///
/// The bare command opens the screen and must do so within milliseconds, so it never
/// meets the argument parser.
@MainActor
public func runWatchbill(_ arguments: [String]) -> Int32 {
  do {
    if let options = BareCommand(arguments) { return try options.open() }
    var command = try Watchbill.parseAsRoot(normalized(arguments))
    try command.run()
    return ExitStatus.done.rawValue
  } catch {
    return report(error, arguments)
  }
}

/// Says in one line why the program ends, on standard error; help goes to standard output.
private func report(_ error: any Error, _ arguments: [String]) -> Int32 {
  let shell = Shell.live
  if let failure = Failure(error) {
    let lines = ["watchbill: \(CleanText(failure.message))"] + failure.details
    try? shell.say(lines.joined(separator: "\n"))
    return failure.status.rawValue
  }
  let status = Watchbill.exitCode(for: error)
  if status.isSuccess {
    try? shell.output.line(Watchbill.fullMessage(for: error))
    try? shell.output.flush()
    return ExitStatus.done.rawValue
  }
  let message = CleanText(Watchbill.message(for: error))
  try? shell.say("watchbill: \(message); see '\(commandPath(arguments)) --help'")
  return ExitStatus.usage.rawValue
}

/// The words of a command line that name its command: `watchbill issue list`.
func commandPath(_ arguments: [String]) -> String {
  var command: any ParsableCommand.Type = Watchbill.self
  var path = ["watchbill"]
  for word in arguments where !word.hasPrefix("-") {
    let next = command.configuration.subcommands.first {
      $0._commandName == word || $0.configuration.aliases.contains(word)
    }
    guard let next else { break }
    command = next
    path.append(next._commandName)
  }
  return path.joined(separator: " ")
}
