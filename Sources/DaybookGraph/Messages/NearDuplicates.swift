import DaybookCore

/// Finds messages whose words are nearly the same: drafts, mails to many, a text sent twice.
///
/// MinHash over runs of three words, one permutation with 32 bins, banded by four; each candidate pair is
/// verified on all its runs. Source: Broder, "On the resemblance and containment of documents" (1997); Li,
/// Owen and Zhang, "One permutation hashing" (2012).
struct NearDuplicates {
  struct Pair: Hashable {
    var first: Int
    var second: Int
    /// Jaccard index of their runs, in percent.
    var likeness: Int
  }

  private static let bins = 32
  private static let band = 4
  private static let leastWords = 20
  private static let leastLikeness = 0.7
  private static let mostPerBand = 8

  /// Pairs of indices in `bodies`, in order; each message beside the nearest earlier ones only.
  static func pairs(_ bodies: [[UInt8]]) -> [Pair] {
    var bands = Bands()
    var pairs: [Pair] = []
    for (index, body) in bodies.enumerated() {
      let own = shingles(BodyWords(body).hashes)
      guard own.count >= leastWords else { continue }
      let sketch = sketch(own)
      var candidates: [Int] = []
      for start in stride(from: 0, to: bins, by: band) {
        var key = UInt64(start) &* 0x9E37_79B9_7F4A_7C15
        for bin in start..<(start + band) { key = (key ^ sketch[bin]) &* 0xC2B2_AE3D_27D4_EB4F }
        bands.add(index, under: key, into: &candidates, most: mostPerBand)
      }
      // Counted anew for the few that may match: kept for all they would be most of the memory.
      for other in candidates.sorted().suffix(mostPerBand) {
        let theirs = shingles(BodyWords(bodies[other]).hashes)
        let common = own.intersection(theirs).count
        let likeness = Double(common) / Double(own.count + theirs.count - common)
        if likeness >= leastLikeness {
          pairs.append(Pair(first: other, second: index, likeness: Int(likeness * 100)))
        }
      }
    }
    return pairs
  }

  /// The messages under each key, the last first: chains in one list, because a list for each key would be most of
  /// the memory.
  private struct Bands {
    private var last: [UInt64: Int32] = [:]
    private var links: [(message: Int32, before: Int32)] = []

    /// Puts a message under a key, and of those that are there already the last `most` into `found`.
    mutating func add(_ message: Int, under key: UInt64, into found: inout [Int], most: Int) {
      let link = Int32(truncatingIfNeeded: links.count)
      let before = last.updateValue(link, forKey: key) ?? -1
      links.append((Int32(truncatingIfNeeded: message), before))
      var (next, count) = (before, 0)
      while next >= 0, count < most {
        let other = Int(links[Int(next)].message)
        if !found.contains(other) { found.append(other) }
        next = links[Int(next)].before
        count += 1
      }
    }
  }

  private static func shingles(_ words: [UInt64]) -> Set<UInt64> {
    var found: Set<UInt64> = []
    guard words.count >= 3 else { return found }
    found.reserveCapacity(words.count)
    for index in 0..<(words.count - 2) {
      var hash = words[index] &* 0x9E37_79B9_7F4A_7C15
      hash = (hash ^ words[index + 1]) &* 0xC2B2_AE3D_27D4_EB4F
      hash = (hash ^ words[index + 2]) &* 0x9E37_79B9_7F4A_7C15
      found.insert(hash ^ hash >> 29)
    }
    return found
  }

  /// The least hash of each bin; an empty bin takes its neighbour's.
  private static func sketch(_ runs: Set<UInt64>) -> [UInt64] {
    var least = [UInt64](repeating: .max, count: bins)
    for hash in runs {
      let mixed = hash &* 0xD6E8_FEB8_6659_FD93
      let bin = Int(mixed >> 59)
      least[bin] = min(least[bin], mixed)
    }
    for bin in 0..<(bins * 2) where least[bin % bins] == .max {
      least[bin % bins] = least[(bin + bins - 1) % bins]
    }
    return least
  }
}
