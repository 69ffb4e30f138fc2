import Canvas

extension AppLayout {
  /// Parts the middle of the on-call tab: lanes over the whole width, and below them the paper
  /// when there is room for both; while somebody reads, the paper alone.
  mutating func placeRota(_ body: Rect, _ rota: Rota) {
    guard !rota.isReading else {
      preview = body
      return
    }
    let wanted = rota.wantedHeight(isLow: isLow)
    let airy = wanted + max(0, rota.lanes.count - 1)
    let height =
      if body.height - airy >= 11 {
        airy
      } else if body.height - wanted >= 6 {
        wanted
      } else if body.height >= 18 {
        body.height - 7
      } else {
        body.height
      }
    list = Rect(x: body.x, y: body.y, width: body.width, height: height)
    guard height < body.height, !rota.lanes.isEmpty else {
      list = body
      return
    }
    divider = Rect(x: body.x, y: list.maxY, width: body.width, height: 1)
    preview = Rect(
      x: body.x, y: list.maxY + 1, width: body.width, height: body.height - height - 1)
  }
}
