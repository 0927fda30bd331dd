import DaybookCore

/// Rows of a log that date a message otherwise than the message itself.
///
/// Rows and messages of one subject and sender are matched day by day; a row that is left is held against a
/// message that is left, if they are close.
struct LogConflicts {
  let finder: ConflictFinder

  private struct Key: Hashable {
    var subject: String
    var sender: Int32
  }

  private static let mostDays = 7

  func conflicts() -> [Conflict] {
    var rows: [Key: [Act]] = [:]
    for act in finder.builder.acts where act.isTableRow && act.isDay {
      guard let sender = finder.builder.lead(act.agents) else { continue }
      for subject in subjects(act) { rows[Key(subject: subject, sender: sender), default: []].append(act) }
    }
    if rows.isEmpty { return [] }
    var messages: [Key: [Act]] = [:]
    for act in finder.builder.acts where act.isMessage && act.isDay {
      guard let sender = finder.builder.lead(act.agents), let subject = act.object else { continue }
      messages[Key(subject: SubjectKey.of(subject), sender: sender), default: []].append(act)
    }
    var found: [Conflict] = []
    for (key, logged) in rows.sorted(by: { ($0.key.subject, $0.key.sender) < ($1.key.subject, $1.key.sender) }
    ) {
      guard let sent = messages[key] else { continue }
      let days = Set(sent.compactMap(\.day))
      let loggedDays = Set(logged.compactMap(\.day))
      for row in logged {
        guard let day = row.day, !days.contains(day),
          let message = sent.first(where: { message in
            guard let other = message.day, !loggedDays.contains(other) else { return false }
            return abs(other - day) <= LogConflicts.mostDays
          }), let other = message.day
        else { continue }
        found.append(
          Conflict(
            kind: .dates,
            statement:
              "A log dates “\(row.object ?? message.object ?? "")” on \(CivilDate(dayNumber: day)); the message itself bears \(CivilDate(dayNumber: other)).",
            sides: [finder.side(row), finder.side(message)], weight: 70 - min(abs(other - day), 9),
            rule: "log-and-message"))
      }
    }
    return found
  }

  /// The cells of a row, any of which may be its subject.
  private func subjects(_ act: Act) -> Set<String> {
    var subjects = Set(
      act.quote.split(whereSeparator: { $0 == "\n" || $0 == "\t" || $0 == "|" }).map {
        SubjectKey.of(String($0))
      })
    if let object = act.object { subjects.insert(SubjectKey.of(object)) }
    return subjects.filter { $0.utf8.count >= 4 }
  }
}
