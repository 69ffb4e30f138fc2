/// How many colours a terminal shows.
public enum ColorDepth: Sendable, Hashable {
  /// None: NO_COLOR, or a terminal without colour. Attributes must do.
  case none
  /// The eight basic colours; the bright ones are drawn bold.
  case eight
  case sixteen
  /// The 256 of xterm.
  case full

  /// The depth of a terminal with so many colours.
  public init(colors: Int) {
    self = colors >= 256 ? .full : colors >= 16 ? .sixteen : colors >= 8 ? .eight : .none
  }
}

/// A colour as its three parts, 0 to 255.
struct RGB: Hashable {
  var red, green, blue: Int

  init(_ red: Int, _ green: Int, _ blue: Int) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  init(_ hex: UInt32) {
    self.init(Int(hex >> 16 & 0xFF), Int(hex >> 8 & 0xFF), Int(hex & 0xFF))
  }

  /// A colour of xterm's palette: 16 names, a cube of 6 x 6 x 6, 24 greys.
  init(index: Int) {
    switch index {
    case ..<16:
      self.init(RGB.basic[max(0, index)])
    case ..<232:
      let cube = index - 16
      self.init(RGB.steps[cube / 36], RGB.steps[cube / 6 % 6], RGB.steps[cube % 6])
    default:
      let grey = 8 + 10 * (min(index, 255) - 232)
      self.init(grey, grey, grey)
    }
  }

  private static let basic: [UInt32] = [
    0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5,
    0x7F7F7F, 0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
  ]
  private static let steps = [0, 95, 135, 175, 215, 255]

  /// Relative luminance, 0 to 1, with squares in place of the exact exponent 2.2.
  var luminance: Double {
    func part(_ value: Int) -> Double { Double(value * value) / 65025 }
    return 0.2126 * part(red) + 0.7152 * part(green) + 0.0722 * part(blue)
  }

  /// WCAG's contrast, 1 to 21; text reads well from about 4.
  func contrast(with other: RGB) -> Double {
    let (dark, light) = (min(luminance, other.luminance), max(luminance, other.luminance))
    return (light + 0.05) / (dark + 0.05)
  }

  /// The nearest colour of the cube or the grey ramp.
  ///
  /// The nearest step is taken in each of the three parts; then the nearest grey,
  /// if it is nearer. The 16 names are left out: terminals let people change them.
  var nearestIndex: Int {
    func step(_ value: Int) -> Int { value < 48 ? 0 : value < 115 ? 1 : (value - 35) / 40 }
    let cube = 16 + 36 * step(red) + 6 * step(green) + step(blue)
    let grey = 232 + min(23, max(0, ((red + green + blue) / 3 - 3) / 10))
    return distance(to: RGB(index: grey)) < distance(to: RGB(index: cube)) ? grey : cube
  }

  /// The basic colour, 0 to 15, of the same hue: shades of grey apart, a part is on when it
  /// lies in the upper half between the colour's least and greatest part.
  var nearestBasic: Int {
    let most = max(red, green, blue)
    let least = min(red, green, blue)
    guard most - least > 38 else {
      return most < 48 ? 0 : most < 150 ? 8 : most < 232 ? 7 : 15
    }
    let middle = (most + least) / 2
    let hue = (red > middle ? 1 : 0) + (green > middle ? 2 : 0) + (blue > middle ? 4 : 0)
    return most > 210 ? hue + 8 : hue
  }

  /// The colour moved a tenth of the way towards white or black.
  func moved(towardsWhite: Bool) -> RGB {
    func part(_ value: Int) -> Int { towardsWhite ? value + (264 - value) / 10 : value * 9 / 10 }
    return RGB(part(red), part(green), part(blue))
  }

  private func distance(to other: RGB) -> Int {
    let (r, g, b) = (red - other.red, green - other.green, blue - other.blue)
    return r * r + g * g + b * b
  }
}
