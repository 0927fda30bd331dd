import Foundation

/// How much longer ten times the work takes: about 10 where it is linear, 100 where it is quadratic.
///
/// Counts the processor time of this thread, so that other tests beside it do not matter.
func growth(of work: (_ count: Int) -> Void, from count: Int) -> Double {
  func seconds(_ count: Int) -> Double {
    let start = threadTime()
    work(count)
    return threadTime() - start
  }
  _ = seconds(count / 4)
  let short = min(seconds(count), seconds(count))
  return seconds(count * 10) / max(short, 1e-6)
}

private func threadTime() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
