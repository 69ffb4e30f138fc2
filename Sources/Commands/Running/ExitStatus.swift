/// How the program ends; scripts rely on these numbers.
enum ExitStatus: Int32 {
  case done = 0
  case failed = 1
  /// Nothing was found where something was required.
  case notFound = 2
  case usage = 64
  case badData = 65
  case unavailable = 69
  case cannotWrite = 73
  case notAllowed = 77
  /// Stopped with ctrl-c, as shells count it.
  case interrupted = 130
}
