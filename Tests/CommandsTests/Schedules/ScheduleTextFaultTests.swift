import Domain
import Support
import Testing

@testable import Commands

/// What is wrong with the text of a schedule file, before it is about schedules at all.
@Suite struct ScheduleTextFaultTests {
  private func fault(_ text: String) -> String? { ScheduleFixture.fault(text) }

  @Test(arguments: [
    ("", "1:1: the file is empty; write at least 'schedule', 'zone', 'layers'"),
    ("# nothing", "1:1: the file is empty; write at least 'schedule', 'zone', 'layers'"),
    (
      "- a",
      "1:1: schedule: is a list; write a schedule with the fields schedule, name, role, team, "
        + "zone, combine, target, layers, versions, overrides, absences, fixed_plans"
    ),
    (
      "schedule: s\nzone: UTC\nlayers: [a",
      "3:9: this is not YAML: did not find expected ',' or ']' (while parsing a flow sequence, "
        + "line 3); check brackets, quotes and indents"
    ),
    (
      "schedule: \"s",
      "1:11: this is not YAML: found unexpected end of stream (while scanning a quoted scalar, "
        + "line 1); check brackets, quotes and indents"
    ),
    ("schedule: a\u{7}b", "1:12: here is a character that YAML does not allow (U+7); take it out"),
    ("schedule: s\nzone: UTC\nschedule: t", "1:1: schedule: is written twice; keep one of them"),
    (
      "schedule: s\n---\nschedule: t",
      "2:1: this is not YAML: but found another document (expected a single document in the "
        + "stream, line 1); check brackets, quotes and indents"
    ),
    (
      "? [a]\n: b",
      "1:3: the name of a field is a list; the fields of a schedule are schedule, name, role, team, zone, combine, target, layers, versions, overrides, absences, fixed_plans"
    ),
  ])
  func `what is no YAML of ours is said with its place`(_ text: String, _ said: String) {
    #expect(fault(text) == said)
  }

  @Test func `bytes that are no text are said with their place`() {
    func fault(_ bytes: [UInt8]) -> String? {
      do throws(ScheduleFault) {
        _ = try ScheduleReader(ScheduleFixture.book().world).read(bytes)
        return nil
      } catch {
        return error.description
      }
    }
    #expect(
      fault(Array("schedule: s\nzone: ".utf8) + [0xFF])
        == "2:7: here is no UTF-8; save the file as UTF-8")
    #expect(
      fault([UInt8](repeating: 0x23, count: 1 << 20 + 1))
        == "1:1: the file is larger than 1 MiB; a schedule has a few kilobytes")
    #expect(fault([0xEF, 0xBB, 0xBF] + Array("schedule: s\nzone: UTC\nlayers: []".utf8)) == nil)
  }

  @Test func `aliases to aliases end at once`() {
    var text = "schedule: s\nzone: UTC\na0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...40 {
      let ten = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(ten)]\n"
    }
    #expect(fault(text) == "1:1: the aliases repeat more than a million values; write less")
    // Nor are they compared with each other as names of fields.
    #expect(fault(text + "? *a40\n: x\n? {*a40, *a39}\n: y") == fault(text))
  }

  @Test func `a long text is repeated by its beginning`() {
    let long = String(repeating: "a b", count: 100_000)
    #expect(
      fault("schedule: \(long)")
        == "1:11: schedule: '\(long.prefix(59))…' is no handle; write one word without commas or "
        + "colons")
    #expect(
      fault("schedule: \"a\\nb\"")
        == "1:11: schedule: 'a b' is no handle; write one word without commas or colons")
  }

  @Test func `nesting without end is refused`() {
    for text in [
      String(repeating: "[", count: 500_000), String(repeating: "{a: ", count: 100_000),
      String(repeating: "- ", count: 100_000), String(repeating: "? ", count: 100_000),
    ] {
      #expect(fault(text)?.contains("this is not YAML: Maximum nesting level reached") == true)
    }
  }
}
