internal import CShipped

/// A file of the repository that is inside the binary.
///
/// Making one costs nothing; its bytes stay where the linker put them.
public struct ShippedFile: Sendable {
  private let index: Int32

  init(index: Int32) {
    self.index = index
  }

  /// The path from the top of the repository: `themes/dusk.yaml`.
  public var path: String { String(cString: cshipped_file(index).path) }

  /// The file's name without its folder and ending: `dusk`.
  public var name: String {
    let last = path.split(separator: "/").last ?? ""
    return String(last.prefix { $0 != "." })
  }

  /// The file's bytes, valid for as long as the program runs.
  public var bytes: UnsafeRawBufferPointer {
    let file = cshipped_file(index)
    return UnsafeRawBufferPointer(start: file.bytes, count: file.count)
  }

  /// The file as text.
  public var text: String { String(decoding: bytes, as: UTF8.self) }
}
