/// What the terminal is told about a cell: nothing is left to look up.
public struct ResolvedLook: Sendable, Hashable {
  /// A palette index, or -1 for the terminal's own colour.
  public var foreground: Int
  /// A palette index, or -1 for the terminal's own colour.
  public var background: Int
  /// What else is done to the character.
  public var attributes: Attributes
}

extension Theme {
  /// How a cell of this style is drawn on a terminal with so many colours.
  ///
  /// A selected cell takes the selection's background and keeps its own
  /// foreground where that reads on it. A tint is moved towards white or black
  /// until it reads. Without colours, what has its own background is drawn in
  /// reverse, so that a bar and the selected row still stand out; a tab only
  /// when it is the active one, or nothing would tell which one that is.
  public func resolve(_ style: Style, depth: ColorDepth) -> ResolvedLook {
    let text = look(.text)
    let own = look(style.role)
    let selection = look(.selection)
    var attributes = own.attributes.union(style.attributes)
    if style.isSelected { attributes.formUnion(selection.attributes) }

    guard depth != .none else {
      let stands = own.background.map { $0 != text.background } ?? false
      let isOther = style.role == .tab
      if style.isSelected || stands && !isOther { attributes.insert(.reverse) }
      return ResolvedLook(foreground: -1, background: -1, attributes: attributes)
    }

    let background = (style.isSelected ? selection.background : own.background) ?? text.background
    let ground = rgb(background, isGround: true)
    var foreground = own.foreground ?? text.foreground
    var tint: RGB?
    if let hex = style.tint {
      tint = readable(RGB(hex), on: ground)
    } else if style.isSelected, let wanted = selection.foreground,
      own.foreground == nil || rgb(foreground, isGround: false).contrast(with: ground) < 3
    {
      foreground = wanted
    }

    var look = ResolvedLook(
      foreground: tint.map { index(of: $0, depth: depth) } ?? index(of: foreground, depth: depth),
      background: index(of: background, depth: depth), attributes: attributes)
    if style.isSelected, look.background == index(of: text.background, depth: depth) {
      look.attributes.insert(.reverse)  // the palette is too small for the selection's colour
    }
    fit(&look, to: depth)
    return look
  }

  private func readable(_ color: RGB, on ground: RGB) -> RGB {
    var color = color
    let isGroundDark = ground.luminance < 0.18
    for _ in 0..<24 where color.contrast(with: ground) < 4 {
      color = color.moved(towardsWhite: isGroundDark)
    }
    return color
  }

  /// The parts of a colour; the terminal's own is guessed from what the theme is made for.
  private func rgb(_ color: Look.Color?, isGround: Bool) -> RGB {
    guard case .index(let index) = color else {
      return RGB(isDark == isGround ? 0x000000 : 0xFFFFFF)
    }
    return RGB(index: Int(index))
  }

  private func index(of color: Look.Color?, depth: ColorDepth) -> Int {
    guard case .index(let index) = color else { return -1 }
    if depth == .full || index < 16 { return Int(index) }
    return RGB(index: Int(index)).nearestBasic
  }

  private func index(of color: RGB, depth: ColorDepth) -> Int {
    depth == .full ? color.nearestIndex : color.nearestBasic
  }

  /// Makes a look of 16 colours legible, and in a terminal of eight draws the bright ones bold.
  private func fit(_ look: inout ResolvedLook, to depth: ColorDepth) {
    guard depth != .full else { return }
    if look.foreground == look.background, look.foreground >= 0 {
      look.foreground = [0, 8].contains(look.background) ? 7 : 0
    }
    guard depth == .eight else { return }
    if look.foreground == 8 { look.foreground = 7 }
    if look.foreground > 7 {
      look.foreground -= 8
      look.attributes.insert(.bold)
    }
    if look.background > 7 { look.background -= 8 }
    if look.foreground == look.background, look.foreground >= 0 {
      look.foreground = look.background == 7 ? 0 : 7
    }
  }
}

extension Style {
  fileprivate var attributes: Attributes {
    var attributes: Attributes = []
    if isBold { attributes.insert(.bold) }
    if isItalic { attributes.insert(.italic) }
    if isUnderlined { attributes.insert(.underline) }
    if isStruck { attributes.insert(.struck) }
    return attributes
  }
}
