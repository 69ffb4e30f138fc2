import Domain
import Support
import Testing

@Suite struct QueryParserTests {
  @Test(arguments: [
    ("is:open", "is:open"),
    ("IS:Open  state:closed", "is:open is:closed"),
    ("is:pr,issue", "kind:pull OR kind:issue"),
    ("owner:@ana assignee:@ME", "owner:ana assignee:@me"),
    ("label:a,\"b c\" -label:wontfix", "label:a,\"b c\" -label:wontfix"),
    ("priority:P1,<=high,0..1", "priority:high,<=high,urgent..high"),
    ("priority:*..2 comments:5..*", "priority:<=normal comments:>=5"),
    ("updated:>2w created:2026-01-01..2026-02-01", "updated:>2w created:2026-01-01..2026-02-01"),
    ("created:2026-02 closed:2026", "created:2026-02 closed:2026"),
    ("updated:2w..1d", "updated:1d..2w"),
    ("due:overdue,today", "due:today OR is:overdue"),
    ("no:labels has:link", "no:label has:links"),
    ("key:api-42 API-7", "key:API-42 API-7"),
    ("a b OR c", "a b OR c"),
    ("a (b OR c)", "a (b OR c)"),
    ("(a b) AND c", "a b c"),
    ("-(a b) NOT -c --flag", "-(a b) c \"--flag\""),
    ("in:title crash (in:body,title slow)", "(in:title crash) (in:title,body slow)"),
    ("lat* \"exact words\"* \"a \\\"b\\\"\"", "lat* \"exact words\"* \"a \\\"b\\\"\""),
    ("sort:due is:open", "is:open sort:due-asc"),
    ("a OR b sort:title-desc", "(a OR b) sort:title-desc"),
    (
      "https://x.org/a:b 12:30 std::move localhost:80 Note: f(x)",
      "\"https://x.org/a:b\" \"12:30\" \"std::move\" \"localhost:80\" \"Note:\" \"f(x)\""
    ),
    ("- → ---", ""),
    ("a \"OR\" or b", "a \"OR\" or b"),
    ("  ", ""),
  ])
  func `a query has one canonical text`(input: String, canonical: String) throws {
    let query = try Query.parse(input)
    #expect(query.description == canonical)
    #expect(try Query.parse(canonical) == query)
  }

  @Test(
    arguments: [
      ("lable:bug", 1, 6, "did you mean label:"),
      ("is:open  foo:bar", 10, 4, "put it in quotation marks"),
      ("is:opne", 4, 4, "did you mean open?"),
      ("is:mien x", 4, 4, "did you mean mine?"),
      ("label: bug", 1, 6, "for example label:NAME"),
      ("label:a,,b", 1, 8, "for example"),
      ("a OR", 3, 2, "ordinary word"),
      ("OR a", 1, 2, "ordinary word"),
      ("a AND OR b", 3, 3, "ordinary word"),
      ("é (a b", 3, 1, "add a )"),
      ("a)", 2, 1, "quotation marks"),
      ("()", 1, 2, nil),
      ("👩‍👩‍👧 \"open", 3, 1, "add a \""),
      ("priority:soon", 10, 4, "one of urgent"),
      ("updated:2m", 9, 2, "min for minutes"),
      ("created:2026-13-01", 9, 10, "for example"),
      ("created:2026-02-01..2026-01-01", 9, 22, "earlier date first"),
      ("created:2026-02-01..2w", 9, 14, "1w..2w"),
      ("due:<5h", 5, 3, "d, w, mo or y"),
      ("comments:many", 10, 4, "for example"),
      ("key:42", 5, 2, "key:API-42"),
      ("(a sort:due)", 4, 8, "out of the parentheses"),
      ("sort:due sort:key", 10, 8, "keep one"),
      ("sort:dew", 6, 3, "due"),
      ("NOT", 1, 3, "quotation marks"),
      ("-in:title x", 1, 1, nil),
      ("label:\"a\"b", 10, 1, "a space or a comma"),
    ] as [(String, Int, Int, String?)])
  func `an error says where it is and what to do`(
    input: String, column: Int, length: Int, hint: String?
  ) throws {
    let error = try #require(throws: QueryError.self) { try Query.parse(input) }
    if input.hasPrefix("-in:") {
      #expect(error.message == "in: cannot be negated")
      return
    }
    #expect(error.column == column, "\(error)")
    #expect(error.length == length, "\(error)")
    if let hint { #expect(error.hint?.contains(hint) == true, "\(error)") }
  }

  @Test func `length and depth are bounded`() throws {
    let long = try #require(throws: QueryError.self) {
      try Query.parse(String(repeating: "a", count: 4097))
    }
    #expect(long.column == 4097 && long.message.contains("4096"))
    let deep = String(repeating: "(", count: 64) + "a" + String(repeating: ")", count: 64)
    #expect(try Query.parse(deep).description == "a")
    let deeper = try #require(throws: QueryError.self) { try Query.parse("(\(deep))") }
    #expect(deeper.column == 65)
  }

  @Test(arguments: [
    ("lat", "lat*"), ("lat ", "lat"), ("is:open re", "is:open re*"),
    ("\"exact wor", "\"exact wor\"*"),
    ("(a OR bc", "a OR bc*"), ("a OR", "a"), ("a -", "a"), ("-lat", "-lat"), ("a -(", "a"),
    ("(", ""), ("a NOT", "a"), ("label:b", "label:b"),
  ])
  func `what is still being typed is understood`(input: String, meaning: String) throws {
    #expect(try Query.parse(input, options: .asYouType).description == meaning)
  }

  @Test func `callers can ask what a query is about`() throws {
    #expect(try Query.parse("").isEmpty)
    for text in ["is:all", "-is:closed", "(a OR status:doing)", "closed:<2d", "is:review"] {
      #expect(try Query.parse(text).mentionsState, "\(text)")
    }
    #expect(try !Query.parse("is:mine label:open").mentionsState)
    let query = try Query.parse("a -b (\"c d\" OR e*) is:open")
    #expect(query.highlights.map(\.text) == ["a", "c d", "e"])
    #expect(query.order == .newest)
    #expect(try Query.parse("is:open -b").order == .by(Query.Sort(.updated)))
    let both = try Query.parse("a OR b").and(try Query.parse("is:open sort:key"))
    #expect(both.description == "(a OR b) is:open sort:key-asc")
  }

  @Test func `words are marked where they stand`() throws {
    let text = "Crème brûlée, creme BRULE; ĉreme-brulees"
    let phrase = Query.Text("creme brul", isPrefix: true)
    #expect(
      phrase.ranges(in: text).map { String(text[$0]) } == [
        "Crème brûl", "creme BRUL", "ĉreme-brul",
      ])
    #expect(Query.Text("brule").ranges(in: text).map { String(text[$0]) } == ["BRULE"])
    #expect(Query.Text("---").ranges(in: text).isEmpty)
  }

  @Test func `any input parses or fails inside of itself`() throws {
    let pieces = [
      "is:", "open", " ", "(", ")", "-", "\"", "OR", " OR ", "NOT ", "AND", "label:", ",", "a", "é",
      "e\u{301}", "\u{301}", "👩‍👩‍👧", "\r\n", "\0", "*", "\\", "\\\"", "sort:due", "in:title ",
      "updated:",
      ">2w", "..", "2026-01-01", "<", "=", "priority:1", ":", "foo:", "@me", "@", "key:", "A-1",
      "due:", "99999y", "comments:", "12:30", "//", "\u{202E}", "🇩", "🇪", "作者", "no:due", "--x",
    ]
    var random = SeededRandom(seed: 42)
    for _ in 0..<6000 {
      let input = (0..<Int.random(in: 1...14, using: &random)).map { _ in
        pieces[Int.random(in: 0..<pieces.count, using: &random)]
      }.joined()
      for options in [Query.ParseOptions(), .asYouType] {
        do throws(QueryError) {
          let query = try Query.parse(input, options: options)
          let again = try? Query.parse(query.description)
          #expect(again == query, "\(input.debugDescription) as \(query.description)")
        } catch {
          #expect((1...max(1, input.count)).contains(error.column), "\(input.debugDescription)")
          #expect(error.length >= 1 && error.column + error.length <= max(1, input.count) + 1)
        }
      }
      let cursor = Int.random(in: -1...input.count + 1, using: &random)
      let completion = QueryCompletion.candidates(
        in: input, cursor: cursor, vocabulary: QueryCompletion.Vocabulary(labels: ["a b"]))
      #expect(completion.range.upperBound <= input.count)
    }
  }
}
