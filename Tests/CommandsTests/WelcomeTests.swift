import Testing

@testable import Commands

/// What is proposed to somebody who comes for the first time.
struct WelcomeTests {
  @Test func `the proposed handle is the first name, the address, or the user`() {
    let ana = Identity(name: "Ana Lindqvist", email: "al@example.com", user: "root")
    #expect(ana.handle == "ana")
    #expect(Identity(name: "", email: "bo@example.com", user: "root").handle == "bo")
    #expect(Identity(name: "", email: nil, user: "dee").handle == "dee")
    #expect(Identity(name: "", email: nil, user: "me").handle == "owner")
  }

  @Test func `a handle is one word`() throws {
    #expect(try handle("@ana") == "ana")
    #expect(try handle("作者") == "作者")
    for wrong in ["", "@", "a b", "a,b", "a:b", "none", "@me"] {
      #expect(throws: Failure.self) { try handle(wrong) }
    }
  }
}
