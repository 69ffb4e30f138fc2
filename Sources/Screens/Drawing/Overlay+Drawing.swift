import Canvas
import Domain

extension AppState {
  /// What stands over the screen.
  func drawOverlay(into grid: inout Grid, _ layout: AppLayout) {
    switch overlay {
    case .filter(let bar): drawProposals(bar, into: &grid, layout)
    case .picker(let picker): drawPicker(picker, into: &grid)
    case .palette(let palette): drawPalette(palette, into: &grid)
    case .roster(let sheet): drawRoster(sheet, into: &grid)
    case .prompt, .line, nil: break
    }
  }
}
