import Domain
import Foundation
import Support
import Testing

@Suite struct InterchangeSchemaTests {
  /// The names that the schema gives to each type of record.
  private func schema() throws -> [String: [String]] {
    var folder = URL(filePath: #filePath).resolvingSymlinksInPath()
    while folder.path != "/", folder.lastPathComponent != "Tests" {
      folder.deleteLastPathComponent()
    }
    let file = folder.appending(path: "../data/watchbill.schema.json").standardized
    let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    var names: [String: [String]] = [:]
    for definition in try JSONValue(text)["$defs"].members {
      names[definition.name] = definition.value["properties"].members.map(\.name)
    }
    return names
  }

  @Test func `the schema names every member that is written, in its order`() throws {
    let schema = try schema()
    var random = SeededRandom(seed: 12)
    var met: Set<String> = []
    for _ in 0..<900 {
      var bytes: [UInt8] = []
      NDJSONWriter.append(RandomRecord.any(using: &random), to: &bytes)
      let record = try JSONValue(String(decoding: bytes, as: UTF8.self))
      guard case .string(let type) = record["type"] else {
        Testing.Issue.record("a record without a type")
        continue
      }
      met.insert(type)
      let written = record.members.map(\.name)
      #expect(schema[type]?.filter(written.contains) == written)
      guard case .array(let comments) = record["comments"] else { continue }
      for comment in comments {
        let written = comment.members.map(\.name)
        #expect(schema["comment"]?.filter(written.contains) == written)
      }
    }
    #expect(met.count == 21)
  }
}

extension JSONValue {
  fileprivate var members: [Member] {
    if case .object(let members) = self { members } else { [] }
  }

  fileprivate subscript(name: String) -> JSONValue {
    members.first { $0.name == name }?.value ?? .null
  }
}
