/// How the program ends; scripts rely on these numbers.
enum ExitStatus: Int32 {
  case done = 0
  case failed = 1
  /// Nothing was found where something was required, such as a workspace.
  case notFound = 2
  case usage = 64
  case badData = 65
  case cannotWrite = 73
  /// It is not for whoever acts to do, or the system forbids it.
  case notAllowed = 77
  /// Stopped with ctrl-c, as shells count it.
  case interrupted = 130
}
