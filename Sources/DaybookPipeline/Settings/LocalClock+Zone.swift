import DaybookCore
import Foundation

extension LocalClock {
  /// The clocks of an IANA zone from 1970 to 2040; one that knows nothing for a zone that the system lacks.
  init(zone name: String) {
    guard let zone = TimeZone(identifier: name) else {
      self.init()
      return
    }
    var shifts = [(start: 0, offset: zone.secondsFromGMT(for: Date(timeIntervalSince1970: 0)) / 60)]
    var moment = Date(timeIntervalSince1970: 0)
    let end = Date(timeIntervalSince1970: 70 * 365.25 * 86400)
    while let next = zone.nextDaylightSavingTimeTransition(after: moment), next > moment, next < end {
      shifts.append((Int(next.timeIntervalSince1970) / 60, zone.secondsFromGMT(for: next) / 60))
      moment = next
    }
    self.init(name: name, shifts: shifts)
  }
}
