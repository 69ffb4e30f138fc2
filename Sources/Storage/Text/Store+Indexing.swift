internal import GRDB

extension Store {
  /// Builds the indexes that an import took away and did not live to build again.
  ///
  /// Each is a change by itself, so that whoever is interrupted leaves the rest to the next.
  ///
  /// - Parameter isWanted: asked before each index.
  /// - Returns: whether every index is there; false while an import is running.
  @discardableResult
  public func restoreIndexes(
    while isWanted: () -> Bool = { true }
  ) throws(StoreError) -> Bool {
    let away = try read { db in try DeferredIndexes.names(db) }
    guard !away.isEmpty else { return true }
    guard let lock = try ImportLock.take(beside: path) else { return false }
    return try withExtendedLifetime(lock) { () throws(StoreError) -> Bool in
      for name in away {
        guard isWanted() else { return false }
        try writeQuietly { db in try DeferredIndexes.restore(name, db) }
      }
      return true
    }
  }

  /// Puts the words of the next issues into the search index, as one transaction.
  ///
  /// The other windows hear of the last ones only: to read every list again for each
  /// batch would cost them more than the batch.
  ///
  /// - Parameter limit: how many issues at the most.
  /// - Returns: how many issues are in the index now and how many there are, in rows; nil when
  ///   nothing was left to do.
  public func indexText(_ limit: Int) throws(StoreError) -> (done: Int64, total: Int64)? {
    let progress: (done: Int64, total: Int64)? = try writeQuietly { db in
      guard let done = try TextIndex.insertNext(limit, db) else { return nil }
      return (done, try TextIndex.newest(db))
    }
    if let progress, progress.done >= progress.total { ringBell() }
    return progress
  }

  /// Brings the search index into its final shape after much was put in, a short piece of work
  /// at a time; false when nothing is left to do.
  public func tidyText() throws(StoreError) -> Bool {
    try writeQuietly { db in try TextIndex.mergeSome(db) }
  }

  /// Whether the search index wants `indexText` or `tidyText`.
  public func hasIndexingLeft() throws(StoreError) -> Bool {
    try read { db in
      try TextIndex.mark(db) < TextIndex.newest(db) || TextIndex.isUnmerged(db)
    }
  }

  /// How far the search index is behind: rows done and rows in all; nil when it is complete.
  public func indexBacklog() throws(StoreError) -> (done: Int64, total: Int64)? {
    try read { db in
      let done = try TextIndex.mark(db)
      let total = try TextIndex.newest(db)
      return done < total ? (done, total) : nil
    }
  }
}
