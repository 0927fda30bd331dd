import DaybookCore

/// Gives messages whose dates are printed without a year in every copy the year of what they stand beside:
/// the messages that they answer and that answer them, then the entry of the index, then the papers around.
struct YearSettler {
  /// Words of a date, and a day near which it was → when.
  let read: (_ words: [UInt8], _ near: CivilDate?) -> Timex?

  /// `neighbours` are groups that a group quotes or is quoted by; `listed` the day that the index gives for
  /// it. Changes `sent` of the messages whose year is inferred.
  func settle(_ messages: inout [Message], neighbours: [[Int]], listed: [Int: CivilDate]) {
    var known = messages.map { !$0.isYearInferred && $0.sent?.earliest != nil }
    for (index, day) in listed where messages[index].isYearInferred {
      if let text = messages[index].sentText, let when = read(Array(text.utf8), day),
        when.earliest?.date == day
      {
        messages[index].sent = when
        known[index] = true
      }
    }
    // Outward from what is known, one step a round; a chain is no longer than its messages.
    var open = messages.indices.filter { messages[$0].isYearInferred && !known[$0] }
    var rounds = 0
    while !open.isEmpty, rounds < 64 {
      rounds += 1
      var settled: [(Int, Timex)] = []
      for index in open {
        guard let text = messages[index].sentText else { continue }
        // The newest of what it quotes and the oldest of what quotes it are its bounds; any of them is near.
        let near = neighbours[index].filter { known[$0] }.compactMap { messages[$0].sent?.earliest?.date }
          .max()
        if let near, let when = read(Array(text.utf8), near), when.earliest != nil {
          settled.append((index, when))
        }
      }
      if settled.isEmpty { break }
      for (index, when) in settled {
        messages[index].sent = when
        known[index] = true
      }
      open.removeAll { known[$0] }
    }
    for index in open {
      guard let text = messages[index].sentText else { continue }
      // Around it in the bundle: papers are mostly in order of date.
      let around = (max(0, index - 6)...min(messages.count - 1, index + 6)).filter { known[$0] }
      let nearest = around.min { abs($0 - index) < abs($1 - index) }
      if let near = nearest.flatMap({ messages[$0].sent?.earliest?.date }),
        let when = read(Array(text.utf8), near), when.earliest != nil
      {
        messages[index].sent = when
      }
    }
  }
}
