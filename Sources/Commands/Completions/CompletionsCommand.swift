internal import ArgumentParser

/// `watchbill completions bash|zsh|fish`.
struct CompletionsCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "completions", abstract: "Print a completion script for a shell.",
    discussion: """
      bash: watchbill completions bash > ~/.local/share/bash-completion/completions/watchbill
      zsh:  watchbill completions zsh > ~/.zsh/completions/_watchbill
      fish: watchbill completions fish > ~/.config/fish/completions/watchbill.fish
      """)

  @Argument(help: "The shell.")
  var shell: Dialect

  /// A shell's language.
  enum Dialect: String, ExpressibleByArgument, CaseIterable {
    case bash, zsh, fish
  }

  func run(in shell: Shell) throws {
    let script =
      switch self.shell {
      case .bash: Watchbill.completionScript(for: .bash)
      case .zsh: Watchbill.completionScript(for: .zsh)
      case .fish: Watchbill.completionScript(for: .fish)
      }
    try shell.output.line(script)
  }
}
