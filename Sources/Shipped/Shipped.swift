internal import CShipped

/// What the repository's `themes/` and `data/` hold, inside the binary.
public enum Shipped {
  /// Every shipped file, sorted by path.
  public static var files: [ShippedFile] {
    (0..<cshipped_count()).map(ShippedFile.init(index:))
  }

  /// A file by its path from the top of the repository; nil when it is not shipped.
  public static func file(_ path: String) -> ShippedFile? {
    files.first { $0.path == path }
  }

  /// The looks, sorted by name.
  public static var themes: [ShippedFile] { files.filter { $0.path.hasPrefix("themes/") } }

  /// A look by its name: `dusk`.
  public static func theme(_ name: String) -> ShippedFile? { file("themes/\(name).yaml") }

  /// The keys of every action unless somebody chose others.
  public static var keys: ShippedFile? { file("data/keys.yaml") }

  /// The demo company: people, teams, services, projects, labels, views and issues, as NDJSON.
  public static var demo: ShippedFile? { file("data/demo/harbourline.ndjson") }

  /// The phrases that generated issues are made of.
  public static var phrases: ShippedFile? { file("data/demo/phrases.json") }

  /// The JSON Schema of a schedule file.
  public static var scheduleSchema: ShippedFile? { file("data/schedule.schema.json") }

  /// The JSON Schema of one line of our own NDJSON.
  public static var schema: ShippedFile? { file("data/watchbill.schema.json") }
}
