/// The formats we read.
public enum ImportFormat: String, Sendable, CaseIterable {
  case auto
  /// What `gh issue list --json ...` and `gh pr list --json ...` print.
  case gh
  /// Lists as GitHub's REST API gives them, also several after one another.
  case githubREST = "github-rest"
  /// One object with `issues`, `pulls` and `labels`.
  case githubArchive = "github-archive"
  /// Our own: a record a line.
  case ndjson
  case csv

  /// How many bytes of a file are enough to tell; fewer only when the file is shorter.
  public static let telling = 64 << 10

  /// The format of a file by its first bytes, and by its name when these do not tell; nil when
  /// it is none of ours.
  ///
  /// A list of GitHub's is told from another by the names of its first record's members:
  /// `created_at` is REST, `createdAt` is `gh`.
  public static func detect(firstBytes: [UInt8], fileName: String = "") -> ImportFormat? {
    let name = fileName.lowercased()
    var bytes = firstBytes[...]
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    bytes = bytes.drop { JSONElement.isSpace($0) }
    switch bytes.first {
    case 0x7B?: return FirstRecord(bytes).format
    case 0x5B?:
      let inside = bytes.dropFirst().drop { JSONElement.isSpace($0) }
      if inside.first == 0x5D { return .gh }
      return inside.first == 0x7B ? FirstRecord(inside).format : nil
    case nil: return nil
    default:
      if name.hasSuffix(".csv") || name.hasSuffix(".tsv") { return .csv }
      let line = bytes.prefix { $0 != 0x0A && $0 != 0x0D }
      let columns = CSVColumns.names(in: Array(line))
      return columns.contains { CSVColumn(header: $0) == .title } ? .csv : nil
    }
  }
}

/// The names in a file's first object, as far as its first bytes go.
private struct FirstRecord {
  private var names: Set<String> = []
  private var type: String?

  init(_ bytes: ArraySlice<UInt8>) {
    var cursor = JSONCursor(Array(bytes))
    // The bytes end somewhere; what was read until then is what there is to go by.
    do throws(InterchangeError) {
      try cursor.openObject()
      while let name = try cursor.nextName() {
        names.insert(name)
        if name == "type", cursor.byte == 0x22 {
          type = try cursor.string()
        } else {
          try cursor.skip()
        }
      }
    } catch {}
  }

  var format: ImportFormat? {
    if let type, NDJSONReader.types.contains(type) { return .ndjson }
    if has("magic") || has("issues") || has("pulls") { return .githubArchive }
    if has("html_url") || has("repository_url") || has("created_at") || has("node_id") {
      return .githubREST
    }
    return has("title") || has("number") ? .gh : nil
  }

  private func has(_ name: String) -> Bool { names.contains(name) }
}
