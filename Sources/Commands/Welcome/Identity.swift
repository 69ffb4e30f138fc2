/// Who somebody says they are.
struct Identity: Equatable {
  var handle: String
  var name: String
  var email: String?

  /// A proposal from git's settings, else from the system's user name.
  static func proposal(_ shell: Shell) -> Identity {
    let name = ChildProcess.firstLine(of: ["git", "config", "--get", "user.name"]) ?? ""
    let email = ChildProcess.firstLine(of: ["git", "config", "--get", "user.email"])
    return Identity(name: name, email: email, user: shell.variable("USER") ?? "me")
  }

  init(handle: String, name: String, email: String?) {
    self.handle = handle
    self.name = name
    self.email = email
  }

  /// A proposal: the handle is the first name, else what stands before the `@`, else the user.
  init(name: String, email: String?, user: String) {
    let candidates = [
      name.split(separator: " ").first.map(String.init) ?? "",
      email?.split(separator: "@").first.map(String.init) ?? "", user,
    ]
    let usable = candidates.map { $0.lowercased() }.first { (try? Commands.handle($0)) != nil }
    self.init(handle: usable ?? "owner", name: name, email: email)
  }
}
