import Domain
import Support
import Testing

/// One file of case data beside these tests (see `Vectors/README.md`).
struct VectorFile {
  static let folder = Folder.root + "/Tests/DomainTests/OnCall/Vectors"

  let name: String
  let value: CaseData

  init(_ name: String) throws {
    let text = try #require(TextFile.read("\(VectorFile.folder)/\(name).json"), "\(name).json")
    self.name = name
    value = CaseData(try JSONValue(text))
  }

  var vectors: [Vector] { value["vectors"]?.list.map(Vector.init) ?? [] }
}

/// One case: an operation, what is given and what is expected.
struct Vector {
  let value: CaseData

  var id: String { value["id"]?.text ?? "" }
  var op: String { value["op"]?.text ?? "" }
  var given: CaseData { value["given"] ?? .null }
  var expect: CaseData { value["expect"] ?? .null }
  var recommended: String { value["recommended"]?.text ?? "" }
  var tags: [String] { value["tags"]?.list.compactMap(\.text) ?? [] }
}
