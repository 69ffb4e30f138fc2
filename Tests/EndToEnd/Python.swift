import Foundation
import Testing

/// The machine's Python, for readers of our formats that others wrote.
enum Python {
  /// Finds `python3` on the path.
  static let path = "/usr/bin/env"

  /// Whether it is here and has these modules.
  static func has(_ modules: String...) -> Bool {
    guard FileManager.default.isExecutableFile(atPath: path) else { return false }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = ["python3", "-c", "import \(modules.joined(separator: ", "))"]
    process.standardError = FileHandle.nullDevice
    do {
      try process.run()
    } catch {
      return false
    }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }

  /// What a script prints.
  static func run(_ script: String, input: String, in folder: URL) throws -> String {
    let (source, result) = (
      folder.appendingPathComponent(".script-in"), folder.appendingPathComponent(".script-out")
    )
    try Data(input.utf8).write(to: source)
    try Data().write(to: result)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = ["python3", "-c", script]
    process.standardInput = try FileHandle(forReadingFrom: source)
    process.standardOutput = try FileHandle(forWritingTo: result)
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return String(decoding: try Data(contentsOf: result), as: UTF8.self)
  }
}
