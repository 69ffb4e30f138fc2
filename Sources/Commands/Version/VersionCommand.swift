internal import ArgumentParser
internal import Domain

/// This program's version.
let programVersion = "0.1.0"

/// `watchbill version`.
struct VersionCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "version", abstract: "Print the program's version.")

  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    let shape = JSONShape<String>(
      kind: "the version", fields: [("version", { $1.string($0) })])
    if try output.form.print(one: programVersion, shape, shell) { return }
    try shell.output.line("watchbill \(programVersion)")
  }
}
