/// Turns the bytes of a terminal into keys, pastes and mouse events.
///
/// A pure state machine: the same bytes give the same inputs however they are
/// split, and no byte can stop it. It knows the sequences of xterm, the Linux
/// console, vt100, screen, tmux and rxvt, swallows answers to questions that a
/// terminal gives late (colours, device attributes, cursor reports), and leaves
/// time to its owner: after `feed`, wait for `patience` milliseconds, and call
/// `timeout` when no byte came.
///
/// `ESC [ 1 ; 5 A` is `control(up)`; `ESC x` is `alt(x)`; a lone ESC is `esc`
/// once the patience is over.
public struct KeyDecoder: Sendable {
  private var state = State.ground
  /// The inputs of the bytes fed so far.
  private var inputs: [Input] = []
  /// Whether two ESC came, so that the key is one with Alt (as rxvt sends it).
  private var isDoubled = false
  /// What stands between the introducer and the final byte.
  private var parameters: [UInt8] = []
  private var character = PartialScalar()
  private var paste = PasteBuffer()

  private enum State: Equatable {
    case ground, escape, csi, ss3, linuxFunction, oldMouse
    /// An operating system command or another string, by its introducer.
    case string(UInt8)
    case stringEscape
    /// Inside a character of several bytes.
    case scalar(isAlt: Bool)
    case paste
  }

  /// The most bytes a sequence may have before its final byte; the rest is dropped.
  private static let maxParameters = 64

  /// A decoder that has seen nothing.
  public init() {}

  /// How many milliseconds to wait for the next byte before calling `timeout`; nil for ever.
  ///
  /// A lone ESC becomes a key soon. What has begun as a sequence is given longer,
  /// since slow links deliver it in pieces.
  public var patience: Int? {
    switch state {
    case .ground, .scalar: nil
    case .escape: 25
    case .csi, .ss3, .linuxFunction, .oldMouse, .string, .stringEscape: 150
    case .paste: 3000
    }
  }

  /// Takes bytes and returns what they complete.
  public mutating func feed(_ bytes: [UInt8]) -> [Input] {
    var index = 0
    while index < bytes.count {
      if state == .paste {
        index = takePaste(bytes, from: index)
      } else {
        take(bytes[index])
        index += 1
      }
    }
    return drain()
  }

  /// Gives up waiting: what has come is all there is.
  public mutating func timeout() -> [Input] {
    switch state {
    case .escape:
      if isDoubled { emit(.esc) }
      emit(.esc)
    case .csi where parameters.isEmpty: emitAlt("[")
    case .ss3 where parameters.isEmpty: emitAlt("O")
    case .string(let introducer) where parameters.isEmpty:
      emitAlt(Character(Unicode.Scalar(introducer)))
    case .paste: inputs.append(paste.finish())
    default: break
    }
    state = .ground
    return drain()
  }

  private mutating func drain() -> [Input] {
    let ready = inputs
    inputs = []
    return ready
  }

  private mutating func emit(_ key: Key) {
    inputs.append(.key(key))
  }

  private mutating func emitAlt(_ character: Character) {
    if isDoubled { emit(.esc) }
    emit(.alt(.character(character)))
  }
}

// MARK: - Bytes

extension KeyDecoder {
  private mutating func take(_ byte: UInt8) {
    switch state {
    case .ground: takeGround(byte, isAlt: false)
    case .escape: takeEscape(byte)
    case .scalar(let isAlt): takeContinuation(byte, isAlt: isAlt)
    case .csi: takeSequence(byte)
    case .ss3: takeSS3(byte)
    case .linuxFunction:
      state = .ground
      if (0x41...0x45).contains(byte) { emitSequence(.function(Int(byte) - 0x40)) }
    case .oldMouse: takeOldMouse(byte)
    case .string: takeString(byte)
    case .stringEscape:
      state = .ground
      // ESC \ ends the string; any other ESC begins a sequence of its own.
      if byte != 0x5C {
        begin()
        takeEscape(byte)
      }
    case .paste: break
    }
  }

  private mutating func takeGround(_ byte: UInt8, isAlt: Bool) {
    state = .ground
    if byte == 0x1B {
      begin()
    } else if byte < 0x80 {
      let key = Key(byte: byte)
      emit(isAlt ? .alt(key) : key)
    } else if character.begin(byte) {
      state = .scalar(isAlt: isAlt)
    }
  }

  private mutating func begin() {
    state = .escape
    isDoubled = false
    parameters.removeAll(keepingCapacity: true)
  }

  private mutating func takeContinuation(_ byte: UInt8, isAlt: Bool) {
    switch character.take(byte) {
    case .unfinished: break
    case .invalid: takeGround(byte, isAlt: false)
    case .scalar(let scalar):
      state = .ground
      guard !(0x80..<0xA0).contains(scalar.value) else { return }
      let key = Key.character(Character(scalar))
      emit(isAlt ? .alt(key) : key)
    }
  }

  private mutating func takeEscape(_ byte: UInt8) {
    switch byte {
    case 0x1B:
      if isDoubled { emit(.esc) }
      isDoubled = true
    case UInt8(ascii: "["): state = .csi
    case UInt8(ascii: "O"): state = .ss3
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "X"), UInt8(ascii: "^"),
      UInt8(ascii: "_"):
      state = .string(byte)
    default:
      if isDoubled { emit(.esc) }
      takeGround(byte, isAlt: true)
    }
  }

  /// Between `ESC [` and the final byte.
  private mutating func takeSequence(_ byte: UInt8) {
    switch byte {
    case 0x1B: begin()
    case 0x20..<0x40:
      if byte == UInt8(ascii: "$"), isRxvtNumber {
        // rxvt ends a key with Shift in `$`, which elsewhere comes before the final byte.
        finishSequence(byte)
      } else {
        store(byte)
      }
    case UInt8(ascii: "[") where parameters.isEmpty: state = .linuxFunction
    case UInt8(ascii: "M") where parameters.isEmpty: state = .oldMouse
    case 0x40..<0x7F: finishSequence(byte)
    case 0x80...: takeGround(byte, isAlt: false)
    default: state = .ground  // a control character aborts the sequence
    }
  }

  private mutating func store(_ byte: UInt8) {
    if parameters.count <= KeyDecoder.maxParameters { parameters.append(byte) }
  }

  private var isRxvtNumber: Bool {
    (1...2).contains(parameters.count) && parameters.allSatisfy { (0x30...0x39).contains($0) }
  }

  private mutating func finishSequence(_ final: UInt8) {
    state = .ground
    guard parameters.count <= KeyDecoder.maxParameters else { return }
    let sequence = ControlSequence(parameters: parameters, final: final)
    if sequence.beginsPaste {
      state = .paste
      paste = PasteBuffer()
    } else if let input = sequence.input {
      if case .key(let key) = input { emitSequence(key) } else { inputs.append(input) }
    }
  }

  private mutating func emitSequence(_ key: Key) {
    emit(isDoubled ? .alt(key) : key)
  }

  /// After `ESC O`: maybe a modifier's digit, then the final byte.
  private mutating func takeSS3(_ byte: UInt8) {
    switch byte {
    case 0x1B: begin()
    case 0x30...0x3B: store(byte)
    case 0x40..<0x7F:
      state = .ground
      guard parameters.count <= KeyDecoder.maxParameters else { return }
      let sequence = ControlSequence(parameters: parameters, final: byte)
      if let key = sequence.keypadKey { emitSequence(key) }
    case 0x80...: takeGround(byte, isAlt: false)
    default: state = .ground
    }
  }

  /// After `ESC [ M`: a button, a column and a row of one byte each.
  private mutating func takeOldMouse(_ byte: UInt8) {
    parameters.append(byte)
    guard parameters.count == 3 else { return }
    state = .ground
    let fields = parameters.map { Int($0) - 32 }
    let event = ControlSequence.mouse(fields[0], x: fields[1], y: fields[2], isRelease: false)
    if let event { inputs.append(.mouse(event)) }
  }

  /// A late answer of the terminal: swallowed to its end.
  private mutating func takeString(_ byte: UInt8) {
    switch byte {
    case 0x1B: state = .stringEscape
    case 0x07, 0x18, 0x1A: state = .ground
    default: if parameters.isEmpty { parameters.append(byte) }
    }
  }

  private mutating func takePaste(_ bytes: [UInt8], from index: Int) -> Int {
    let end = paste.take(bytes, from: index)
    if paste.isComplete {
      inputs.append(paste.finish())
      state = .ground
    }
    return end
  }
}

extension Key {
  /// The key of a single byte below 0x80.
  init(byte: UInt8) {
    switch byte {
    case 0x08, 0x7F: self = .backspace
    case 0x09: self = .tab
    case 0x0D: self = .enter
    case 0x1B: self = .esc
    case 0x01...0x1A: self = .ctrl(Character(Unicode.Scalar(byte + 0x60)))
    case ..<0x20: self = .ctrl(Character(Unicode.Scalar(byte + 0x40)))
    default: self = .character(Character(Unicode.Scalar(byte)))
    }
  }
}
