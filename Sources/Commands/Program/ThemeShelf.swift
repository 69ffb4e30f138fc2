internal import Canvas
internal import Glibc
internal import Shipped

/// The looks there are: those shipped, and those somebody put into their settings.
///
/// Somebody's own stand in `$XDG_CONFIG_HOME/watchbill/themes`, in the format of
/// the shipped ones, and go before a shipped one of the same name. The last
/// choice is kept in `$XDG_STATE_HOME/watchbill/theme`.
struct ThemeShelf {
  let places: Places

  /// The look used when nobody chose one.
  static let usual = "dusk"

  /// The names of all looks, sorted.
  var names: [String] {
    Set(Shipped.themes.map(\.name) + fileNames(in: places.themes)).sorted()
  }

  /// The look that was chosen last; nil when none was.
  var remembered: String? { firstLine(of: places.chosenTheme) }

  /// A look by name.
  func theme(_ name: String) throws(Failure) -> Theme {
    let own = "\(places.themes)/\(name).yaml"
    let isPlain = name.utf8.allSatisfy { $0 != UInt8(ascii: "/") && $0 != 0 }
    if isPlain, let text = readFile(own) {
      do throws(ThemeError) {
        return try Theme.parse(flat: text)
      } catch {
        throw Failure(.badData, "\(own): \(error)")
      }
    }
    guard let shipped = Shipped.theme(name) else {
      throw Failure(
        .usage, "there is no theme '\(name)'; choose from \(names.joined(separator: ", "))")
    }
    do throws(ThemeError) {
      return try Theme.parse(flat: shipped.text)
    } catch {
      throw Failure(.failed, "themes/\(name).yaml: \(error)")
    }
  }

  /// Keeps a choice for the next time; failing to is harmless.
  func remember(_ name: String) {
    keepLine(name, in: places.chosenTheme)
  }
}
