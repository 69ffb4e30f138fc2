import Testing

@Suite struct BinaryTests {
  /// Without it the other suites here are left out, and a run of them would say that all is well.
  @Test func `the program has been built beside its tests`() {
    #expect(Binary.path != nil, "run 'swift build' before the tests")
  }
}
