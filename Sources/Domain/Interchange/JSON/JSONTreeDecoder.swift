/// Reads a `Decodable` from a tree, so that an error can say where in the file it stands.
struct JSONTreeDecoder: Decoder {
  let tree: JSONTree
  let codingPath: [any CodingKey]
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  init(_ tree: JSONTree, at path: [any CodingKey] = []) {
    self.tree = tree
    codingPath = path
  }

  func container<Key: CodingKey>(
    keyedBy type: Key.Type
  ) throws -> KeyedDecodingContainer<Key> {
    guard case .object(let members) = tree.value else { throw mismatch([String: Any].self) }
    return KeyedDecodingContainer(JSONMembers<Key>(members: members, decoder: self))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    guard case .list(let values) = tree.value else { throw mismatch([Any].self) }
    return JSONElements(values: values, decoder: self)
  }

  func singleValueContainer() throws -> any SingleValueDecodingContainer {
    JSONSingleValue(decoder: self)
  }

  /// The value of a type: a scalar from its token, anything else by its own rule.
  func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    guard let scalar = Value.self as? any JSONScalar.Type else { return try Value(from: self) }
    guard let value = scalar.init(tree.value) as? Value else { throw mismatch(type) }
    return value
  }

  /// The decoder of a part.
  func decoder(_ part: JSONTree, _ key: any CodingKey) -> JSONTreeDecoder {
    JSONTreeDecoder(part, at: codingPath + [key])
  }

  private func mismatch(_ type: Any.Type) -> DecodingError {
    .typeMismatch(type, DecodingError.Context(codingPath: codingPath, debugDescription: tree.kind))
  }
}

/// The members of an object, by name.
private struct JSONMembers<Key: CodingKey>: KeyedDecodingContainerProtocol {
  let members: [String: JSONTree]
  let decoder: JSONTreeDecoder

  var codingPath: [any CodingKey] { decoder.codingPath }
  var allKeys: [Key] { members.keys.sorted().compactMap { Key(stringValue: $0) } }

  func contains(_ key: Key) -> Bool { members[key.stringValue] != nil }

  func decodeNil(forKey key: Key) throws -> Bool {
    if case .null = try member(key).value { true } else { false }
  }

  // Fits each of the protocol's demands, for numbers, texts and all else.
  func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
    try decoder.decoder(member(key), key).decode(type)
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) throws -> KeyedDecodingContainer<Nested> {
    try decoder.decoder(member(key), key).container(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    try decoder.decoder(member(key), key).unkeyedContainer()
  }

  func superDecoder() throws -> any Decoder { decoder }

  func superDecoder(forKey key: Key) throws -> any Decoder {
    try decoder.decoder(member(key), key)
  }

  private func member(_ key: Key) throws -> JSONTree {
    guard let member = members[key.stringValue] else {
      throw DecodingError.keyNotFound(
        key, DecodingError.Context(codingPath: codingPath, debugDescription: ""))
    }
    return member
  }
}

/// The elements of a list, one after another.
private struct JSONElements: UnkeyedDecodingContainer {
  let values: [JSONTree]
  let decoder: JSONTreeDecoder
  var currentIndex = 0

  var codingPath: [any CodingKey] { decoder.codingPath }
  var count: Int? { values.count }
  var isAtEnd: Bool { currentIndex >= values.count }

  mutating func decodeNil() throws -> Bool {
    guard !isAtEnd, case .null = values[currentIndex].value else { return false }
    currentIndex += 1
    return true
  }

  mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    try next().decode(type)
  }

  mutating func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type
  ) throws -> KeyedDecodingContainer<Nested> {
    try next().container(keyedBy: type)
  }

  mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
    try next().unkeyedContainer()
  }

  mutating func superDecoder() throws -> any Decoder { try next() }

  private mutating func next() throws -> JSONTreeDecoder {
    let key = ListIndex(intValue: currentIndex)
    guard !isAtEnd else {
      throw DecodingError.valueNotFound(
        Any.self, DecodingError.Context(codingPath: codingPath + [key], debugDescription: ""))
    }
    defer { currentIndex += 1 }
    return decoder.decoder(values[currentIndex], key)
  }
}

/// A value by itself.
private struct JSONSingleValue: SingleValueDecodingContainer {
  let decoder: JSONTreeDecoder

  var codingPath: [any CodingKey] { decoder.codingPath }

  func decodeNil() -> Bool {
    if case .null = decoder.tree.value { true } else { false }
  }

  func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try decoder.decode(type) }
}

/// A place in a list, as a key.
private struct ListIndex: CodingKey {
  let intValue: Int?
  var stringValue: String { "\(intValue ?? 0)" }

  init(intValue: Int) {
    self.intValue = intValue
  }

  init?(stringValue: String) {
    guard let index = Int(stringValue) else { return nil }
    intValue = index
  }
}

/// What a single token of JSON stands for.
private protocol JSONScalar {
  /// Nil when the token is another's.
  init?(_ value: JSONTree.Value)
}

extension Bool: JSONScalar {
  fileprivate init?(_ value: JSONTree.Value) {
    guard case .bool(let flag) = value else { return nil }
    self = flag
  }
}

extension String: JSONScalar {
  fileprivate init?(_ value: JSONTree.Value) {
    guard case .text(let text) = value else { return nil }
    self = text
  }
}

extension LosslessStringConvertible {
  fileprivate init?(_ value: JSONTree.Value) {
    guard case .number(let numeral) = value else { return nil }
    self.init(numeral)
  }
}

extension Int: JSONScalar {}
extension Int8: JSONScalar {}
extension Int16: JSONScalar {}
extension Int32: JSONScalar {}
extension Int64: JSONScalar {}
extension UInt: JSONScalar {}
extension UInt8: JSONScalar {}
extension UInt16: JSONScalar {}
extension UInt32: JSONScalar {}
extension UInt64: JSONScalar {}
extension Float: JSONScalar {}
extension Double: JSONScalar {}
