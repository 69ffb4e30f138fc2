import Foundation
import Shipped
import Testing

@testable import Commands

/// That `data/schedule.schema.json` and the reader know the same fields.
@Suite struct ScheduleSchemaTests {
  /// The names that the schema gives to a thing; of the whole file for nil.
  private func names(_ definition: String?) throws -> Set<String> {
    let file = try #require(Shipped.scheduleSchema)
    let json = try JSONSerialization.jsonObject(with: Data(file.bytes)) as? [String: Any]
    let root = try #require(json)
    let definitions = root["$defs"] as? [String: Any]
    let thing = definition.map { definitions?[$0] as? [String: Any] } ?? root
    let properties = try #require(thing?["properties"] as? [String: Any])
    #expect(thing?["additionalProperties"] as? Bool == false)
    return Set(properties.keys)
  }

  @Test(arguments: [
    (nil, "queue: 1"), ("layer", "layers: [{queue: 1}]"),
    ("version", "versions: [{queue: 1}]"), ("window", "layers: []\ntarget: {queue: 1}"),
    ("rotation", "layers: [{name: a, rotation: {queue: 1}}]"),
    ("shift", "layers: [{name: a, shifts: [{queue: 1}]}]"),
    ("override", "layers: []\noverrides: [{queue: 1}]"),
    ("absence", "layers: []\nabsences: [{queue: 1}]"),
    ("fixed_plan", "layers: []\nfixed_plans: [{queue: 1}]"),
    (
      "fixed_shift",
      "layers: []\nfixed_plans: [{from: 2026-01-01T00:00Z, to: 2026-01-02T00:00Z, "
        + "shifts: [{queue: 1}]}]"
    ),
  ])
  func `the schema names every field that is read`(_ definition: String?, _ text: String) throws {
    let fault = try #require(ScheduleFixture.fault("schedule: s\nzone: UTC\n\(text)"))
    let list = try #require(fault.split(separator: "the fields are ").last)
    #expect(fault.contains("queue: is no field"))
    #expect(try names(definition) == Set(list.components(separatedBy: ", ")))
  }
}
