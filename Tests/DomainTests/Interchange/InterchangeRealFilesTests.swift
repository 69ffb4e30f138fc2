import Domain
import Foundation
import Testing

/// The two real files stand beside the repository, not in it; without them these tests say so.
@Suite struct InterchangeRealFilesTests: ReadsFiles {
  private static let folder: URL = {
    var folder = URL(filePath: #filePath).resolvingSymlinksInPath()
    while folder.path != "/", folder.lastPathComponent != "Tests" {
      folder.deleteLastPathComponent()
    }
    return folder.appending(path: "../../shared/data").standardized
  }()

  private func bytes(of name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: Self.folder.appending(path: name)))
  }

  private static func isThere(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: folder.appending(path: name).path)
  }

  @Test(.enabled("the file is not beside the repository") { isThere("tls13-archive.json") })
  func `the archive of TLS 1.3 comes in whole`() throws {
    let bytes = try bytes(of: "tls13-archive.json")
    let (records, warnings) = try read(bytes)
    let issues = records.issues.filter { $0.kind == .issue }
    let pulls = records.issues.filter { $0.kind == .pull }
    #expect(issues.count == 446 && pulls.count == 998)
    #expect(records.count - records.issues.count == 21)
    #expect(issues.allSatisfy { $0.status == .done })
    #expect(pulls.count { $0.status == .done } == 725)
    #expect(pulls.count { $0.status == .dropped } == 273)
    #expect(issues.flatMap(\.comments).count == 963)
    let said = pulls.flatMap(\.comments)
    #expect(said.count { $0.kind == .comment } == 1400)
    #expect(said.count { $0.kind == .approved } == 169)
    #expect(said.count { $0.kind == .changesRequested } == 36)
    #expect(said.count { $0.kind == .reviewed } == 774)
    #expect(said.count { $0.kind == .reviewComment } == 1306)
    #expect(records.issues.allSatisfy { $0.author != nil && $0.created != nil })
    let names = records.issues.flatMap { [$0.foreign?.id] + $0.comments.map(\.foreign?.id) }
    #expect(Set(names).count == names.count)
    #expect(warnings.count == 0)
  }

  @Test(.enabled("the file is not beside the repository") { isThere("quic-issues-rest.json") })
  func `QUIC's issues come in as the REST API listed them`() throws {
    let bytes = try bytes(of: "quic-issues-rest.json")
    let (records, warnings) = try read(bytes, piece: 4096)
    let issues = records.issues
    #expect(issues.count == 479 && records.count == 479)
    #expect(issues.count { $0.status.isOpen } == 133)
    #expect(issues.count { $0.kind == .pull } == 217)
    #expect(issues.count { !$0.labels.isEmpty } == 395)
    #expect(issues.count { $0.milestone != nil } == 11)
    #expect(issues.contains { $0.body.contains("\r\n") })
    #expect(warnings.count == 0)
    var written: [UInt8] = []
    for record in records { NDJSONWriter.append(record, to: &written) }
    let back = try read(written, as: .ndjson)
    var again: [UInt8] = []
    for record in back.records { NDJSONWriter.append(record, to: &again) }
    #expect(again == written)
  }
}
