import DaybookCore
import Testing

@Suite("EDTF")
struct TimeEDTFTests {
  @Test(arguments: [
    "2022", "2022-02", "2022-02-09", "2022-02-09T10:14", "2022-02-09T10:14:00", "2022-02-09T10:14:30Z",
    "2022-02-09T10:14+01:00", "2022-02-09T10:14-05:30", "2022-02-09/2022-02-14", "2022-01/2022-03",
    "2019/2020", "1996/..",
    "../2022-02-28", "../2018-06", "2022-02~", "2017-09?", "2022-10-01~/2022-10-02~", "XXXX-01-18", "XXXX-06",
    "XXXX-01-18/XXXX-03-02", "2022-02-09T10:00/2022-02-09T11:00", "0001-01-01", "9999-12-31", "2020-02-29",
  ])
  func printsWhatItParses(text: String) throws {
    #expect(try #require(Timex(edtf: text)).edtf == text)
  }

  @Test(arguments: [
    "", "/", "../..", "22", "2022-13", "2022-02-30", "2021-02-29", "XXXX", "XXXX-13", "XXXX-02-30",
    "2022-02-09T25:00",
    "2022-02-09T10:14+99:00", "2022/2021", "2022-02-09/2022-02-09/2022", "abc", "2022-2-9", "20220209",
    "0000", "2022~~",
    "XXXX-01/2022-02", "2022-02-09T", "T10:14", "2022-02T10:14", "199X-02",
  ])
  func refusesWhatIsNoDate(text: String) {
    #expect(Timex(edtf: text) == nil)
  }

  @Test(arguments: [
    ("199X", "1990/1999"), ("19XX", "1900/1999"), ("2022-XX", "2022"), ("2022-02-XX", "2022-02"),
    ("2022-22", "2022-06/2022-08"),
    ("2022-33", "2022-01/2022-03"), ("2022%", "2022?"), ("/2022", "../2022"),
  ])
  func readsOtherSpellings(text: String, printed: String) throws {
    #expect(try #require(Timex(edtf: text)).edtf == printed)
  }

  @Test func everyDayParsesBack() {
    for number in stride(from: -719_162, through: 2_932_896, by: 1009) {
      let timex = Timex(day: CivilDate(dayNumber: number))
      #expect(Timex(edtf: timex.edtf) == timex)
    }
  }
}
