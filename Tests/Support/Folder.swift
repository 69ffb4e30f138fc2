/// Where things stand in the repository.
public enum Folder {
  /// The top of the repository.
  ///
  /// Three folders above this file: Tests/Support/Folder.swift.
  public static let root = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }
}
