internal import Domain
internal import Glibc

/// The system's time zones, read from its files one by one as they are asked for.
///
/// They stand in `/usr/share/zoneinfo`, or where `TZDIR` says (tzset(3)), a TZif file per zone. A
/// zone is read once; nothing is read ahead.
final class ZoneShelf {
  /// The folder of the files.
  let folder: String
  private var zones: [String: Zone] = ["UTC": .utc]

  /// Where zones stand when `TZDIR` is not set.
  static let usualFolder = "/usr/share/zoneinfo"

  /// The shelf of an environment.
  init(_ variable: (String) -> String?) {
    let folder = variable("TZDIR") ?? ZoneShelf.usualFolder
    self.folder = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
  }

  /// A zone by its IANA name, such as `Europe/Copenhagen`.
  ///
  /// Throws when there are no zone data at all, when none has that name, and
  /// when the data of this one are damaged.
  func zone(_ name: String) throws(ZoneProblem) -> Zone {
    if let zone = zones[name] { return zone }
    guard let bytes = bytes(of: name) else {
      guard access(folder, R_OK | X_OK) == 0 else { throw .noData(folder: folder) }
      throw .unknown(name, near: near(name))
    }
    do throws(ZoneError) {
      let zone = try Zone(name: name, tzif: bytes)
      zones[name] = zone
      return zone
    } catch {
      throw .damaged(error)
    }
  }

  /// The catalogue of these zones, with the version of the data; throws as `zone(_:)` does.
  func catalog(of names: some Sequence<String>) throws(ZoneProblem) -> ZoneCatalog {
    var zones: [Zone] = []
    for name in names { zones.append(try zone(name)) }
    return ZoneCatalog(version: version, zones)
  }

  /// The catalogue of those zones that are to be had, with the reasons why others are not.
  func available(_ names: Set<String>) -> ZoneCatalog {
    var zones: [Zone] = []
    var missing: [String: String] = [:]
    for name in names.sorted() {
      do throws(ZoneProblem) {
        zones.append(try zone(name))
      } catch {
        missing[name] = error.description
      }
    }
    return ZoneCatalog(version: version, zones, missing: missing)
  }

  /// The tzdata version, `2025b`: what the folder says about itself; empty when it says nothing.
  ///
  /// Systems keep it in `+VERSION`, in the first line of `tzdata.zi` or in `version`.
  private(set) lazy var version: String = {
    for name in ["+VERSION", "tzdata.zi", "version"] {
      guard let bytes = readBytes("\(folder)/\(name)", upTo: 256) else { continue }
      let line = String(decoding: bytes.prefix { $0 != 0x0A }, as: UTF8.self)
      let words = line.split(whereSeparator: \.isWhitespace)
      // `2025b`, or `# version 2025b` where the file goes on with data.
      let isComment = words.prefix(2).elementsEqual(["#", "version"])
      guard let word = isComment ? words.dropFirst(2).first : words.first else { continue }
      if word.first?.isNumber == true { return String(word.prefix(32)) }
    }
    return ""
  }()

  /// The bytes of a zone's file; nil when the name is none or there is no file of that name.
  ///
  /// Of the folder's other files, `zone.tab` and the like, none begins with a capital letter.
  private func bytes(of name: String) -> [UInt8]? {
    guard ZoneShelf.isName(name) else { return nil }
    // One byte more than any zone may have, so that the reader refuses the rest.
    guard let bytes = readBytes("\(folder)/\(name)", upTo: 1 << 20 + 1) else { return nil }
    let isZone = bytes.starts(with: "TZif".utf8) || name.first?.isUppercase == true
    return isZone ? bytes : nil
  }

  /// Whether a name can be one of a zone: parts of letters, digits and `_+-.`, none of them `..`.
  ///
  /// `localtime` and `posixrules` stand among the files and mean another zone on each machine.
  static func isName(_ name: String) -> Bool {
    let parts = name.utf8.split(separator: 0x2F, omittingEmptySubsequences: false)
    return name.utf8.count <= 255 && name != "localtime" && name != "posixrules"
      && parts.allSatisfy { part in
        guard let first = part.first, first != 0x2E, first != 0x2D else { return false }
        return part.allSatisfy { byte in
          switch byte {
          case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x2B, 0x2D, 0x2E: true
          default: false
          }
        }
      }
  }
}

extension ZoneShelf {
  /// The names typed alike, three at most: of the whole name, or of the place at its end.
  private func near(_ name: String) -> [String] {
    let typed = String(name.map { $0 == " " ? "_" : $0 })
    let names = zoneNames(below: "", depth: 3)
    let whole = nearWords(to: typed, among: names)
    guard whole.isEmpty else { return whole }
    var places: [String: String] = [:]
    for name in names {
      guard let place = name.split(separator: "/").last else { continue }
      places[String(place)] = places[String(place)] ?? name
    }
    let place = typed.split(separator: "/").last.map(String.init) ?? typed
    // Of short names every other place is one or two letters away.
    let isShort = place.utf8.count < 6
    let found =
      isShort
      ? places.keys.filter { $0.lowercased() == place.lowercased() }
      : nearWords(to: place, among: places.keys.sorted())
    return found.compactMap { places[$0] }
  }

  /// The names of the files below a part of the folder, sorted; copies in `posix` and `right` not.
  private func zoneNames(below part: String, depth: Int) -> [String] {
    guard depth > 0, let listing = opendir("\(folder)/\(part)") else { return [] }
    defer { closedir(listing) }
    var names: [String] = []
    while let entry = readdir(listing) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      guard ZoneShelf.isName(name), name.first?.isUppercase == true else { continue }
      let path = part.isEmpty ? name : "\(part)/\(name)"
      var facts = stat()
      guard stat("\(folder)/\(path)", &facts) == 0 else { continue }
      if facts.st_mode & S_IFMT == S_IFDIR {
        names += zoneNames(below: path, depth: depth - 1)
      } else {
        names.append(path)
      }
    }
    return names.sorted()
  }
}

/// The first bytes of a file; nil when it cannot be read.
private func readBytes(_ path: String, upTo limit: Int) -> [UInt8]? {
  let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
  guard file >= 0 else { return nil }
  defer { close(file) }
  var bytes: [UInt8] = []
  var piece = [UInt8](repeating: 0, count: min(limit, 16_384))
  while bytes.count < limit {
    let count = read(file, &piece, min(piece.count, limit - bytes.count))
    if count < 0, errno == EINTR { continue }
    guard count >= 0 else { return nil }
    guard count > 0 else { break }
    bytes += piece[..<count]
  }
  return bytes
}
