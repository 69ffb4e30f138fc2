internal import Glibc

/// Other programs, started with their arguments as they are and never through a shell.
enum ChildProcess {
  /// Runs a program on this terminal and waits for its end; returns its exit status.
  static func run(_ arguments: [String]) throws(Failure) -> Int32 {
    var process = pid_t()
    let problem = spawn(arguments, &process, nil)
    guard problem == 0 else {
      let reason = String(cString: strerror(problem))
      throw Failure(.failed, "cannot start '\(arguments.first ?? "")': \(reason); set EDITOR")
    }
    return wait(for: process)
  }

  /// What a program prints, up to its first line's end; nil when it fails or is not there.
  static func firstLine(of arguments: [String]) -> String? {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { return nil }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addclose(&actions, ends[0])
    var process = pid_t()
    let problem = spawn(arguments, &process, &actions)
    close(ends[1])
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = problem == 0 ? read(ends[0], &buffer, buffer.count) : 0
    close(ends[0])
    guard problem == 0, wait(for: process) == 0, count > 0 else { return nil }
    return String(decoding: buffer[..<count].prefix { $0 != 0x0A }, as: UTF8.self)
  }

  private static func spawn(
    _ arguments: [String], _ process: inout pid_t,
    _ actions: UnsafePointer<posix_spawn_file_actions_t>?
  ) -> Int32 {
    guard let program = arguments.first else { return ENOENT }
    var pointers: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) }
    pointers.append(nil)
    defer { for pointer in pointers { free(pointer) } }
    return posix_spawnp(&process, program, actions, nil, pointers, environ)
  }

  private static func wait(for process: pid_t) -> Int32 {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
  }
}
