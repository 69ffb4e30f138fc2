public import Domain
internal import GRDB

extension Store {
  /// What queries need to know of the world, for somebody who asks now.
  ///
  /// - Parameters:
  ///   - me: the handle `@me` stands for.
  ///   - offset: how far the asker's clock is ahead of UTC, in milliseconds: where days begin.
  public func context(me: String?, offset: Int64 = 0) -> QueryContext {
    let now = environment.now()
    return QueryContext(
      now: now, today: now.advanced(by: offset).utcDate, me: me,
      dayStart: { $0.startUTC.advanced(by: -offset) })
  }

  /// The names that completion offers.
  public func vocabulary() throws(StoreError) -> QueryCompletion.Vocabulary {
    try read { db in
      func names(_ sql: String) throws -> [String] { try String.fetchAll(db, sql: sql) }
      return QueryCompletion.Vocabulary(
        labels: try names("SELECT DISTINCT name FROM label WHERE trashed_at IS NULL ORDER BY name"),
        people: try names("SELECT handle FROM person WHERE trashed_at IS NULL ORDER BY handle"),
        teams: try names("SELECT handle FROM team WHERE trashed_at IS NULL ORDER BY handle"),
        projects: try names("SELECT prefix FROM project WHERE trashed_at IS NULL ORDER BY prefix"),
        services: try names("SELECT handle FROM service WHERE trashed_at IS NULL ORDER BY handle"),
        milestones: try names(
          "SELECT DISTINCT title FROM milestone WHERE trashed_at IS NULL ORDER BY title"))
    }
  }
}
