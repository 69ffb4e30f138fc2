import Domain
import Glibc
import Testing

/// The zone files of the machine that runs the tests.
enum SystemZones {
  static let folder = "/usr/share/zoneinfo"

  /// The zones the tests ask for.
  static let catalog: ZoneCatalog = {
    let names = [
      "Africa/Casablanca", "America/Chicago", "America/Denver", "America/New_York",
      "America/Nuuk", "Asia/Kolkata", "Asia/Tokyo", "Asia/Yekaterinburg", "Australia/Lord_Howe",
      "Etc/GMT+5", "Europe/Copenhagen", "Europe/Dublin", "Europe/Warsaw", "Pacific/Apia",
      "US/Central", "US/Eastern", "US/Pacific",
    ]
    return ZoneCatalog(
      version: "system",
      names.compactMap { name in bytes(of: name).flatMap { try? Zone(name: name, tzif: $0) } })
  }()

  static func zone(_ name: String) throws -> Zone { try catalog.zone(name) }

  static func bytes(of name: String) -> [UInt8]? { bytes(at: "\(folder)/\(name)") }

  static func bytes(at path: String) -> [UInt8]? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 {
      bytes += buffer[..<count]
    }
    return bytes
  }
}

/// Reads an instant that the test has written itself.
func at(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) -> Instant {
  guard let instant = Instant(iso8601: text) else {
    Testing.Issue.record("\(text) is no instant", sourceLocation: sourceLocation)
    return Instant(milliseconds: 0)
  }
  return instant
}

/// Reads a local time that the test has written itself.
func local(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) -> LocalTime {
  guard let time = LocalTime(text) else {
    Testing.Issue.record("\(text) is no local time", sourceLocation: sourceLocation)
    return LocalTime(seconds: 0)
  }
  return time
}
