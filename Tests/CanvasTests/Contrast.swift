@testable import Canvas

/// The contrast of two palette colours, measured as the themes measure it.
enum Contrast {
  static func of(_ foreground: Int, _ background: Int) -> Double {
    RGB(index: foreground).contrast(with: RGB(index: background))
  }
}
