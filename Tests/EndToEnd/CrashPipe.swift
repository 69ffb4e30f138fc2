import Foundation
import Glibc

/// A run of the program that is fed through a pipe, to be killed half-way.
final class PipedRun {
  private let process = Process()
  private let input = Pipe()

  init(_ arguments: [String], in folder: URL) throws {
    process.executableURL = URL(fileURLWithPath: Binary.path ?? "/nonexistent")
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = [
      "PATH": "/usr/bin:/bin", "HOME": folder.path, "XDG_DATA_HOME": folder.path + "/data",
      "LC_ALL": "C.UTF-8",
      "LD_LIBRARY_PATH": ProcessInfo.processInfo.environment["LD_LIBRARY_PATH"] ?? "",
    ]
    process.standardInput = input
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
  }

  /// Writes bytes and returns when all but what fits the pipe was read.
  func feed(_ bytes: Data) {
    try? input.fileHandleForWriting.write(contentsOf: bytes)
  }

  /// Ends it as a power cut would.
  func kill() {
    Glibc.kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }
}
