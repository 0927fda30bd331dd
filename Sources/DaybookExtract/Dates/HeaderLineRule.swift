import DaybookCore

/// Reads the date of printed mail headers in German, French, Welsh, Spanish, Italian and Dutch: "Gesendet:
/// Dienstag, 15. Februar 2022 09:41", "Le mar. 15 févr. 2022 à 09:41, A a écrit :".
///
/// Only behind a label or an opening word at the start of a line: papers here are English, and their words are
/// not searched for other languages. Source: `ForeignDateTable`.
struct HeaderLineRule: MentionRule {
  let name = "header-line"
  let examples: [RuleExample] = [
    .reads("Gesendet: «Dienstag, 15. Februar 2022 09:41»", as: "2022-02-15T09:41"),
    .reads("Envoyé le : «mardi 15 février 2022 09:41»", as: "2022-02-15T09:41"),
    .reads("Anfonwyd: «Dydd Mawrth 15 Chwefror 2022 09:41»", as: "2022-02-15T09:41"),
    .reads("Anfonwyd/Sent: «15 Chwefror 2022 09:41»", as: "2022-02-15T09:41"),
    .reads("Enviado el: «martes, 15 de febrero de 2022 9:41»", as: "2022-02-15T09:41"),
    .reads("Inviato: «martedì 15 febbraio 2022 09:41»", as: "2022-02-15T09:41"),
    .reads("Verzonden: «dinsdag 15 februari 2022 09:41»", as: "2022-02-15T09:41"),
    .reads("Am «15.02.2022 um 09:41» schrieb A:", as: "2022-02-15T09:41"),
    .reads("Il giorno «mar 15 feb 2022 alle ore 09:41» A ha scritto:", as: "2022-02-15T09:41"),
    .ignores("Date: Tuesday 15 February 2022; le 15 mai au Café; see Datum 15 mai 2022"),
  ]
  let triggers: Triggers = [.words(ForeignDateTable.triggers)]

  func match(at cursor: inout TextCursor, context: RuleContext) -> Match? {
    guard isAtLineStart(cursor, cursor.position) else { return nil }
    let word = cursor.word
    var trial = cursor
    _ = ForeignDate.folded(&trial)
    if ForeignDateTable.labels[word] != nil, let start = behindLabel(trial) {
      trial.position = start
    } else if ForeignDateTable.attributions[word] != nil {
      guard trial.skipBlanks() else { return nil }
      if trial.take(FoldedWord("giorno")) { trial.skipBlanks() }
    } else {
      return nil
    }
    let start = trial.position
    guard let expression = ForeignDate.read(&trial) else { return nil }
    cursor = trial
    return .date(expression, start: start)
  }

  /// Behind "Gesendet am:" and its blanks; nil where no colon follows.
  private func behindLabel(_ cursor: TextCursor) -> Int? {
    var cursor = cursor
    while cursor.take(UInt8(ascii: "*")) {}
    cursor.skipBlanks()
    // "Anfonwyd / Sent:"
    if cursor.take(UInt8(ascii: "/")) {
      cursor.skipBlanks()
      cursor.position += cursor.word.count
      cursor.skipBlanks()
    }
    var after = cursor
    if ForeignDateTable.labelTails[ForeignDate.folded(&after)] != nil {
      cursor = after
      cursor.skipBlanks()
    }
    guard cursor.take(UInt8(ascii: ":")) else { return nil }
    while cursor.take(UInt8(ascii: "*")) || cursor.skipBlanks() {}
    return cursor.position
  }

  /// Marks of quoting and of bold print may stand before it.
  private func isAtLineStart(_ cursor: TextCursor, _ offset: Int) -> Bool {
    var start = offset
    while start > cursor.origin, offset - start < 20 {
      let byte = cursor.bytes[start - 1]
      guard byte == 0x20 || byte == 0x09 || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "*") else {
        break
      }
      start -= 1
    }
    return cursor.isAtLineStart(start)
  }
}
