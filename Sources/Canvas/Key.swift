/// A key as a person names it, whatever bytes the terminal sends for it.
public enum Key: Sendable, Hashable {
  /// A printable character, typed as it is: `a`, `A`, `é`.
  case character(Character)
  /// A control key: the letter in lower case, or one of `@ [ \ ] ^ _`.
  case ctrl(Character)
  case up, down, left, right, home, end, pageUp, pageDown
  case insert, delete, backspace, enter, tab, backtab, esc
  /// F1 to F20.
  case function(Int)
  /// A key with Alt, or after Esc.
  indirect case alt(Key)
  /// A named key with Shift; Shift and Tab are `backtab`.
  indirect case shift(Key)
  /// A named key with Control.
  indirect case control(Key)
}

/// Something that the person at the terminal did.
public enum Input: Sendable, Hashable {
  case key(Key)
  /// Text from the clipboard, raw as it came; truncated when it was longer than a mebibyte.
  case paste(String, truncated: Bool)
  case mouse(MouseEvent)
  /// Whether the terminal's window has the focus.
  case focus(Bool)
  /// The window has another size now.
  case resize
}

/// A movement or a press of the mouse.
public struct MouseEvent: Sendable, Hashable {
  /// What the mouse did.
  public enum Action: Sendable, Hashable {
    case press, release, drag, move, wheelUp, wheelDown
  }

  /// Which button did it.
  public enum Button: Sendable, Hashable {
    case left, middle, right, none
  }

  /// What the mouse did.
  public let action: Action
  /// Which button did it; none for the wheel.
  public let button: Button
  /// The column, from 0; not checked against the screen's size.
  public let x: Int
  /// The row, from 0; not checked against the screen's size.
  public let y: Int

  /// A mouse event.
  public init(_ action: Action, _ button: Button, x: Int, y: Int) {
    self.action = action
    self.button = button
    self.x = x
    self.y = y
  }
}
