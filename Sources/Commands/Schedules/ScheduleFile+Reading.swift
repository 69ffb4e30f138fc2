internal import Domain

extension ScheduleFile {
  /// The schedule of a file by its path, `-` being standard input; what is wrong is a failure with
  /// file, line, column and field.
  static func read(_ path: String, _ world: ScheduleWorld) throws(Failure) -> ScheduleFile {
    let input = try InputFile(path)
    var bytes: [UInt8] = []
    while bytes.count <= YAMLTree.largestFile {
      let more = try input.read(upTo: 64 << 10)
      guard !more.isEmpty else { break }
      bytes += more
    }
    do throws(ScheduleFault) {
      return try ScheduleReader(world).read(bytes)
    } catch {
      let name = path == "-" ? input.name : path
      throw Failure(error.isMachine ? .failed : .badData, "\(name):\(error)")
    }
  }
}

extension ZoneShelf {
  /// The catalogue of the zones that a schedule names.
  func catalog(for schedule: Schedule) throws(Failure) -> ZoneCatalog {
    do throws(ZoneProblem) {
      return try catalog(of: schedule.zoneNames)
    } catch {
      throw Failure(.failed, error.description)
    }
  }
}
