internal import Commands
internal import Glibc

exit(runWatchbill(Array(CommandLine.arguments.dropFirst())))
