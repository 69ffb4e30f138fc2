internal import Domain
internal import Synchronization

/// Reads the records of a file, a megabyte at a time.
final class FileSource: RecordSource {
  let total: Int?
  let unit = WorkProgress.Unit.bytes
  /// The file's name for people.
  let name: String
  /// The first bytes, which tell the format and the repository.
  let beginning: [UInt8]
  private let file: Mutex<InputFile>
  private let format: ImportFormat
  private let options: RecordReader.Options

  init(_ path: String, format: ImportFormat, now: Instant) throws(Failure) {
    let file = try InputFile(path)
    name = file.name
    total = file.size
    self.format = format
    options = RecordReader.Options(now: now)
    var beginning: [UInt8] = []
    while beginning.count < ImportFormat.telling {
      let more = try file.read(upTo: ImportFormat.telling - beginning.count)
      guard !more.isEmpty else { break }
      beginning += more
    }
    guard !beginning.isEmpty else {
      throw Failure(.badData, "\(file.name): the file is empty; export it again")
    }
    self.beginning = beginning
    self.file = Mutex(file)
  }

  /// Whether the file looks like one of GitHub's, which are all about one repository.
  var isGitHubs: Bool {
    let told =
      format == .auto ? ImportFormat.detect(firstBytes: beginning, fileName: name) : format
    return told == .gh || told == .githubREST || told == .githubArchive
  }

  func hand(to handOver: HandOver<RecordPiece>) {
    var reader = RecordReader(format: format, fileName: name, options: options)
    var batch: [IncomingRecord] = []
    do throws(Failure) {
      reader.feed(beginning)
      var isFinished = false
      while true {
        guard try take(from: &reader, &batch, handOver) else { return }
        if isFinished { break }
        let chunk = try nextChunk()
        if chunk.isEmpty {
          reader.finish()
          isFinished = true
        } else {
          reader.feed(chunk)
        }
      }
      guard batch.isEmpty || handOver.give(.batch(batch, done: reader.offset)) else { return }
      _ = handOver.give(.end(reader.warnings))
    } catch {
      // The records of the unfinished batch are not handed over: a fault early in a file
      // changes nothing.
      _ = handOver.give(.failed(error))
    }
  }

  private func nextChunk() throws(Failure) -> [UInt8] {
    let result = file.withLock { file in
      Result { () throws(Failure) in try file.read(upTo: 1 << 20) }
    }
    return try result.get()
  }

  /// Takes every record that is complete; false when nobody wants them any more.
  private func take(
    from reader: inout RecordReader, _ batch: inout [IncomingRecord],
    _ handOver: HandOver<RecordPiece>
  ) throws(Failure) -> Bool {
    do {
      while let record = try reader.next() {
        batch.append(record)
        guard batch.count >= Self.batchSize else { continue }
        guard handOver.give(.batch(batch, done: reader.offset)) else { return false }
        batch = []
        batch.reserveCapacity(Self.batchSize)
      }
      return true
    } catch {
      throw Failure(error, file: name)
    }
  }
}
