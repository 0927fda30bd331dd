import DaybookCore
import Testing

@testable import DaybookIngest

struct HeaderDateTests {
  @Test(arguments: [
    ("Mittwoch, 9. Februar 2022 10:14", "9 feb 2022 10:14"),
    ("mercredi 9 février 2022 10h14", "9 feb 2022 10:14"),
    ("miércoles, 9 de febrero de 2022 10:14", "9 feb 2022 10:14"),
    ("mer 9 feb 2022, alle ore 10:14", "9 feb 2022 10:14"),
    ("woensdag 9 maart 2022 10:14", "9 mar 2022 10:14"), ("9 Chwefror 2022 10:14", "9 feb 2022 10:14"),
    ("9 Chwefror 2022 am 10:14", "9 feb 2022 10:14"),
    ("mar 15/02/2022 09:00", "15/02/2022 09:00"), ("2022/01/20 14.55", "2022/01/20 14:55"),
  ])
  func foreignWordsBecomeEnglish(line: String, plain: String) {
    #expect(String(decoding: HeaderDateWords.plain(Array(line.utf8)), as: UTF8.self) == plain)
  }

  @Test(arguments: [
    "Tuesday, February 15, 2022 9:41 AM", "Mar 15, 2022 9:41 PM", "Thu, 13 Jan 2022 16:30:18 +0000",
    "15/02/2022 09:41",
    "9 Feb 2022, at 09:41", "Wed 9 Feb 10:14", "15.02.2022",
  ])
  func englishStaysAsItIs(line: String) {
    #expect(HeaderDateWords.plain(Array(line.utf8)) == Array(line.utf8))
  }

  @Test func figuresOverTwelveVoteForTheirOwnStyle() {
    let lines = ["02/09/2022 2:35 PM", "02/14/2022 9:00 AM", "03/04/2022 10:00"].map { Array($0.utf8) }
    let order = HeaderDateOrder(lines)
    #expect(
      lines.map { String(decoding: order.dayFirst($0), as: UTF8.self) } == [
        "09/02/2022 2:35 PM", "14/02/2022 9:00 AM", "03/04/2022 10:00",
      ])
    let divided = HeaderDateOrder(["14/02/2022 9:00 AM", "02/14/2022 9:00 AM"].map { Array($0.utf8) })
    #expect(divided.dayFirst(lines[0]) == lines[0], "where both orders are seen nothing is changed")
  }
}
