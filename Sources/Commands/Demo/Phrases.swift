internal import Domain
internal import Shipped

/// The phrases that generated issues are put together from.
struct Phrases: Sendable {
  var subjects: [String] = []
  var symptoms: [String] = []
  var contexts: [String] = []
  var openings: [String] = []
  var details: [String] = []
  var asks: [String] = []
  var comments: [String] = []
  var logLines: [String] = []

  /// The shipped phrases.
  static func shipped() throws(Failure) -> Phrases {
    let path = "data/demo/phrases.json"
    guard let file = Shipped.file(path) else {
      throw Failure(.failed, "this watchbill was built without \(path)")
    }
    do {
      return try Phrases(json: Array(file.bytes))
    } catch {
      throw Failure(error, file: path)
    }
  }

  /// Phrases from one object whose members are lists of texts.
  init(json: [UInt8]) throws(InterchangeError) {
    var cursor = JSONCursor(json)
    try cursor.openObject()
    while let key = try cursor.nextKey() {
      switch key {
      case "subjects": subjects = try cursor.listOfTexts()
      case "symptoms": symptoms = try cursor.listOfTexts()
      case "contexts": contexts = try cursor.listOfTexts()
      case "openings": openings = try cursor.listOfTexts()
      case "details": details = try cursor.listOfTexts()
      case "asks": asks = try cursor.listOfTexts()
      case "comments": comments = try cursor.listOfTexts()
      case "log_lines": logLines = try cursor.listOfTexts()
      default: try cursor.skip()
      }
    }
  }
}

extension JSONCursor {
  fileprivate mutating func listOfTexts() throws(InterchangeError) -> [String] {
    var texts: [String] = []
    try openArray()
    while try nextElement() { texts.append(try string()) }
    return texts
  }
}
