/// A piece of a query, with its place in the input.
struct QueryToken: Equatable {
  enum Kind: Equatable {
    case open, close, or, and, not
    /// A free word or a quoted phrase.
    case text(String, isPrefix: Bool)
    case qualifier(Query.Qualifier, [Value])
  }

  /// One of the values behind a qualifier: `a` and `b c` in `label:a,"b c"`.
  struct Value: Equatable {
    var text: String
    var isQuoted: Bool
    var place: Range<Int>
  }

  var kind: Kind
  /// Which scalars of the input it covers.
  var place: Range<Int>
}

/// Cuts a query into tokens.
///
/// `-label:"a b",c (x* OR "y z")` gives: not, qualifier label [a b, c], open, text x as prefix,
/// or, text y z, close. It works on scalars, because a combining mark can join a quotation mark
/// to one `Character`; columns are counted in `Character`s when an error needs one.
struct QueryScanner {
  private let input: String
  private let scalars: [Unicode.Scalar]
  private let options: Query.ParseOptions
  private var position = 0

  init(_ input: String, options: Query.ParseOptions) throws(QueryError) {
    self.input = input
    self.options = options
    scalars = input.unicodeScalars.map { $0 == "\0" ? " " : $0 }
    let limit = Query.characterLimit
    guard scalars.count > limit else { return }
    let length = input.count
    if length > limit || scalars.count > 4 * limit {
      throw QueryError(
        "a query has at most \(limit) characters, this one has \(length)",
        column: min(length, limit + 1), length: length - limit)
    }
  }

  /// The next token, or nil at the end.
  mutating func next() throws(QueryError) -> QueryToken? {
    while position < scalars.count, isSpace(at: position) { position += 1 }
    let start = position
    guard let scalar = peek else { return nil }
    let kind: QueryToken.Kind
    switch scalar {
    case "(":
      position += 1
      kind = .open
    case ")":
      position += 1
      kind = .close
    case "\"":
      let phrase = try quotation()
      kind = .text(phrase.text, isPrefix: skip("*") || phrase.isUnfinished)
    case "-" where isNegation:
      position += 1
      kind = .not
    default: kind = try qualifier() ?? word()
    }
    return QueryToken(kind: kind, place: start..<position)
  }

  /// An error about a place of the input.
  func error(_ message: String, at place: Range<Int>, hint: String? = nil) -> QueryError {
    let view = input.unicodeScalars
    let start = view.index(view.startIndex, offsetBy: min(place.lowerBound, scalars.count))
    let end = view.index(view.startIndex, offsetBy: min(place.upperBound, scalars.count))
    let total = input.count
    let before = min(input[..<start].count, max(0, total - 1))
    let length = min(input[start..<end].count, total - before)
    return QueryError(message, column: before + 1, length: length, hint: hint)
  }

  // MARK: Words

  private mutating func word() -> QueryToken.Kind {
    let start = position
    let (text, _) = bareWord(endingAtComma: false)
    switch text {
    case "OR": return .or
    case "AND": return .and
    case "NOT": return .not
    default: break
    }
    if text.hasSuffix("*") { return .text(String(text.dropLast()), isPrefix: true) }
    let isUnfinished = options.lastWordIsUnfinished && position == scalars.count
    let isNegated = start > 0 && scalars[start - 1] == "-"
    // One letter begins half of all words: it asks for nothing until the second one comes.
    if isUnfinished, text.utf8.count == 1 { return .text("", isPrefix: false) }
    return .text(text, isPrefix: isUnfinished && !isNegated)
  }

  /// Reads up to a space, a quotation mark or a parenthesis that was not opened in the word.
  private mutating func bareWord(endingAtComma: Bool) -> (text: String, place: Range<Int>) {
    let start = position
    var depth = 0
    var text = String.UnicodeScalarView()
    while let scalar = peek, !isSpace(at: position), scalar != "\"" {
      if endingAtComma, scalar == "," { break }
      if scalar == "(" { depth += 1 }
      if scalar == ")" {
        guard depth > 0 else { break }
        depth -= 1
      }
      text.append(scalar)
      position += 1
    }
    return (String(text), start..<position)
  }

  private mutating func quotation() throws(QueryError) -> (text: String, isUnfinished: Bool) {
    let start = position
    position += 1
    var text = String.UnicodeScalarView()
    while let scalar = peek {
      position += 1
      if scalar == "\"" { return (String(text), false) }
      if scalar == "\\", let escaped = peek, escaped == "\"" || escaped == "\\" {
        text.append(escaped)
        position += 1
      } else {
        text.append(scalar)
      }
    }
    guard options.lastWordIsUnfinished else {
      throw error("this quotation is not closed", at: start..<start + 1, hint: "add a \"")
    }
    return (String(text), true)
  }

  // MARK: Qualifiers

  /// A qualifier with its values; nil when what stands here is a free word.
  private mutating func qualifier() throws(QueryError) -> QueryToken.Kind? {
    let start = position
    var end = start
    while end < scalars.count, isNameScalar(scalars[end]) { end += 1 }
    guard end > start, end < scalars.count, scalars[end] == ":", isLetter(scalars[start]) else {
      return nil
    }
    var name = String.UnicodeScalarView()
    name.append(contentsOf: scalars[start..<end])
    guard let qualifier = Query.Qualifier(name: String(name)) else {
      if isTextAfterColon(at: end + 1, name: String(name)) { return nil }
      throw error(
        "there is no qualifier \"\(String(name)):\"", at: start..<end + 1,
        hint: Query.Qualifier.hint(for: String(name)))
    }
    position = end + 1
    return .qualifier(qualifier, try values(of: qualifier, from: start))
  }

  private mutating func values(
    of qualifier: Query.Qualifier, from start: Int
  ) throws(QueryError) -> [QueryToken.Value] {
    var values: [QueryToken.Value] = []
    repeat {
      let begin = position
      if peek == "\"" {
        let text = try quotation().text
        values.append(QueryToken.Value(text: text, isQuoted: true, place: begin..<position))
      } else {
        let (text, place) = bareWord(endingAtComma: true)
        values.append(QueryToken.Value(text: text, isQuoted: false, place: place))
      }
      guard let value = values.last, !value.text.isEmpty else {
        throw error(
          "\(qualifier.rawValue): needs a value directly behind it",
          at: start..<max(begin, start + 1),
          hint: Query.Qualifier.example(of: qualifier))
      }
      if let next = peek, next != ",", next != ")", !isSpace(at: position) {
        throw error(
          "a quotation is a whole value", at: position..<position + 1,
          hint: "put a space or a comma between them")
      }
    } while skip(",")
    return values
  }

  /// Whether an unknown name and its colon are no mistyped qualifier: `https://`, `localhost:8080`,
  /// `std::move`, `Note:`.
  private func isTextAfterColon(at index: Int, name: String) -> Bool {
    guard index < scalars.count, !isSpace(at: index) else { return true }
    switch scalars[index] {
    case "/", "\\", ":", ")": return true
    case "0"..."9": return Query.Qualifier.nearest(to: name).isEmpty
    default: return false
    }
  }

  // MARK: Scalars

  private var peek: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

  private mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
    guard peek == scalar else { return false }
    position += 1
    return true
  }

  private func isSpace(at index: Int) -> Bool { scalars[index].properties.isWhitespace }

  /// A minus negates what follows it directly; `--flag`, `- x` and a lone minus are text.
  private var isNegation: Bool {
    let next = position + 1
    guard next < scalars.count else { return false }
    return !isSpace(at: next) && scalars[next] != "-" && scalars[next] != ")"
  }

  private func isNameScalar(_ scalar: Unicode.Scalar) -> Bool {
    isLetter(scalar) || ("0"..."9").contains(scalar) || scalar == "-" || scalar == "_"
  }

  private func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
  }
}
