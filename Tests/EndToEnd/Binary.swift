import Foundation
import Support

/// The built program, found beside the tests.
enum Binary {
  /// Its path; nil when it has not been built.
  static let path: String? = {
    let beside = CommandLine.arguments.filter { $0.contains(".xctest") }.map {
      "\(folder(of: folder(of: $0, until: ".xctest")))/watchbill"
    }
    let usual = ["debug", "release"].map { "\(Folder.root)/.build/\($0)/watchbill" }
    return (beside + usual).first { FileManager.default.isExecutableFile(atPath: $0) }
  }()

  /// What one run of it printed and how it ended.
  struct Outcome {
    var status: Int32
    var output: String
    var errors: String
  }

  /// Runs it to its end.
  static func run(
    _ arguments: [String], in folder: URL, input: Data = Data(),
    variables: [String: String] = [:]
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path ?? "/nonexistent")
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = [
      "PATH": "/usr/bin:/bin", "HOME": folder.path, "XDG_DATA_HOME": folder.path + "/data",
      "WATCHBILL_WORKSPACE": folder.path + "/work.db", "LC_ALL": "C.UTF-8",
      "LD_LIBRARY_PATH": ProcessInfo.processInfo.environment["LD_LIBRARY_PATH"] ?? "",
    ].merging(variables) { $1 }
    // Files, not pipes: nothing fills up while something else is read.
    let names = ["in", "out", "err"].map { folder.appendingPathComponent(".\($0)") }
    try input.write(to: names[0])
    for name in names.dropFirst() { try Data().write(to: name) }
    process.standardInput = try FileHandle(forReadingFrom: names[0])
    process.standardOutput = try FileHandle(forWritingTo: names[1])
    process.standardError = try FileHandle(forWritingTo: names[2])
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus,
      output: String(decoding: try Data(contentsOf: names[1]), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: names[2]), as: UTF8.self))
  }

  private static func folder(of path: String) -> String {
    path.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 }
  }

  private static func folder(of path: String, until ending: String) -> String {
    guard let range = path.range(of: ending) else { return path }
    return String(path[..<range.upperBound])
  }
}

/// A folder of a test's own, and the program run in it.
final class Bench {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("watchbill-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: folder)
  }

  /// Runs the program with words that hold no blanks.
  func run(_ words: String, input: String = "") throws -> Binary.Outcome {
    try run(words.split(separator: " ").map(String.init), input: input)
  }

  /// Runs the program.
  func run(_ words: [String], input: String = "") throws -> Binary.Outcome {
    try Binary.run(words, in: folder, input: Data(input.utf8))
  }

  /// Writes a file into the folder.
  func write(_ bytes: some Sequence<UInt8>, to name: String) throws {
    try Data(bytes).write(to: folder.appendingPathComponent(name))
  }

  /// Writes a file into the folder.
  func write(_ text: String, to name: String) throws {
    try write(text.utf8, to: name)
  }

  /// The bytes of a file in the folder.
  func read(_ name: String) throws -> Data {
    try Data(contentsOf: folder.appendingPathComponent(name))
  }

  /// Whether a file is in the folder.
  func has(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: folder.appendingPathComponent(name).path)
  }
}
