import DaybookCore

/// The acts of a case by the keys under which they are looked up.
struct ActIndex {
  struct Pair: Hashable {
    var from: Int32
    var to: Int32
  }

  struct DayAgent: Hashable {
    var day: Int
    var agent: Int32
  }

  /// Acts of each message, by the index of the message.
  private(set) var ofMessage: [Int32: [Int]] = [:]
  /// Messages from one body to another, in order.
  private(set) var messages: [Pair: [Int]] = [:]
  /// Acts of an agent, in order; messages among them.
  private(set) var byAgent: [Int32: [Int]] = [:]
  /// Messages of a day by who sent them.
  private(set) var sent: [DayAgent: [Int]] = [:]
  /// Last day on which the record shows that something happened.
  private(set) var lastDay: Int?
  /// The day at which each act stands in the order: an act without a date stands with the one before it.
  private(set) var places: [Int] = []
  /// Words of a message: its subject and all that its acts say.
  private(set) var wordsOfMessage: [Int32: [UInt64]] = [:]

  init(_ builder: GraphBuilder) {
    places.reserveCapacity(builder.acts.count)
    for (index, act) in builder.acts.enumerated() {
      places.append(max(places.last ?? .min, act.day ?? .min))
      if let message = act.message { ofMessage[message, default: []].append(index) }
      for agent in Set(act.agents) { byAgent[agent, default: []].append(index) }
      if act.isMessage, let from = builder.lead(act.agents) {
        if let day = act.day { sent[DayAgent(day: day, agent: from), default: []].append(index) }
        if let to = builder.lead(act.recipients) {
          messages[Pair(from: from, to: to), default: []].append(index)
        }
      }
      if act.modality == .happened, act.isDay, let day = act.day, act.isMessage || act.kind != .statement {
        lastDay = max(lastDay ?? day, day)
      }
    }
    for (message, acts) in ofMessage {
      var words = Set(builder.acts[Int(message)].words)
      for act in acts.prefix(64) { words.formUnion(builder.acts[act].words) }
      wordsOfMessage[message] = words.sorted()
    }
  }

  func words(of message: Int, _ builder: GraphBuilder) -> [UInt64] {
    wordsOfMessage[Int32(truncatingIfNeeded: message)] ?? builder.acts[message].words
  }

  /// The part of a list of acts that comes from a day on: by bisection, for the lists are in order.
  func from(_ day: Int, _ list: [Int]) -> ArraySlice<Int> {
    var (low, high) = (0, list.count)
    while low < high {
      let middle = (low + high) / 2
      if places[list[middle]] < day { low = middle + 1 } else { high = middle }
    }
    return list[low...]
  }

  /// Where the first act that is not before `at` stands in a list.
  static func first(in list: [Int], from at: Int) -> Int {
    var (low, high) = (0, list.count)
    while low < high {
      let middle = (low + high) / 2
      if list[middle] < at { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
