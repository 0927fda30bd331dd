import DaybookCore

/// Courts and tribunals: what they refuse or dismiss is decided.
enum Courts {
  static func decide(_ agents: [PartyReading]) -> Bool {
    agents.contains { agent in
      agent.name.lowercased().split(separator: " ").contains { words.contains(String($0)) }
    }
  }

  private static let words: Set<String> = ["court", "courts", "tribunal", "judge", "judges"]
}
