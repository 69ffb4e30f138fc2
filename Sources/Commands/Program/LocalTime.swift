internal import Domain
internal import Glibc

/// How far the machine's own clock is ahead of UTC at an instant, in milliseconds.
func utcOffset(_ instant: Instant) -> Int64 {
  var seconds = time_t(instant.milliseconds / 1000)
  var parts = tm()
  localtime_r(&seconds, &parts)
  return Int64(parts.tm_gmtoff) * 1000
}
