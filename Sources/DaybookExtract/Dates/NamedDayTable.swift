/// When each named day falls, and the names that it goes by.
///
/// Source of the days: "BH": Banking and Financial Dealings Act 1971 and proclamations, from `BankHolidays`;
/// "CofE": The Common Worship Calendar, rules to order the Christian year; "USC": 5 U.S.C. § 6103 and 2
/// U.S.C. § 7; "custom": Oxford Companion to the Year, Blackburn and Holford-Strevens 1999.
enum NamedDayTable {
  private static let rows: [(NamedDay, NamedDayDate, String)] = [
    (.newYearsDay, .fixed(1, 1), "custom"), (.newYearsEve, .fixed(12, 31), "custom"),
    (.epiphany, .fixed(1, 6), "CofE"), (.burnsNight, .fixed(1, 25), "custom"),
    (.groundhogDay, .fixed(2, 2), "custom"), (.valentine, .fixed(2, 14), "custom"),
    (.stDavid, .fixed(3, 1), "CofE"), (.stPatrick, .fixed(3, 17), "CofE"),
    (.stGeorge, .fixed(4, 23), "CofE"), (.stAndrew, .fixed(11, 30), "CofE"),
    (.aprilFools, .fixed(4, 1), "custom"), (.earthDay, .fixed(4, 22), "custom"),
    (.mayDay, .fixed(5, 1), "custom"), (.christmasDay, .fixed(12, 25), "CofE"),
    (.christmasEve, .fixed(12, 24), "CofE"), (.boxingDay, .fixed(12, 26), "custom"),
    (.christmas, .fixed(12, 25), "CofE"), (.halloween, .fixed(10, 31), "custom"),
    (.allSaints, .fixed(11, 1), "CofE"), (.guyFawkes, .fixed(11, 5), "custom"),
    (.armisticeDay, .fixed(11, 11), "custom"), (.veteransDay, .fixed(11, 11), "USC"),
    (.independenceDay, .fixed(7, 4), "USC"), (.juneteenth, .fixed(6, 19), "USC"),
    (.goodFriday, .easter(-2), "CofE"), (.easterSunday, .easter(0), "CofE"),
    (.easterMonday, .easter(1), "CofE"), (.easter, .easter(0), "CofE"),
    (.holySaturday, .easter(-1), "CofE"), (.ashWednesday, .easter(-46), "CofE"),
    (.shroveTuesday, .easter(-47), "CofE"), (.palmSunday, .easter(-7), "CofE"),
    (.maundyThursday, .easter(-3), "CofE"), (.ascensionDay, .easter(39), "CofE"),
    (.whitSunday, .easter(49), "CofE"), (.whitMonday, .easter(50), "CofE"),
    (.trinitySunday, .easter(56), "CofE"), (.corpusChristi, .easter(60), "CofE"),
    (.orthodoxEaster, .orthodoxEaster(0), "custom"), (.orthodoxGoodFriday, .orthodoxEaster(-2), "custom"),
    (.mothersDay, .easter(-21), "CofE"), (.mothersDayUS, .nth(2, weekday: 7, month: 5, plus: 0), "custom"),
    (.fathersDay, .nth(3, weekday: 7, month: 6, plus: 0), "custom"),
    (.remembranceSunday, .nth(2, weekday: 7, month: 11, plus: 0), "custom"),
    (.adventSunday, .nearest(weekday: 7, month: 11, day: 30), "CofE"),
    (.earlyMayBankHoliday, .bankHoliday("Early May bank holiday"), "BH"),
    (.springBankHoliday, .bankHoliday("Spring bank holiday"), "BH"),
    (.summerBankHoliday, .bankHoliday("Summer bank holiday"), "BH"),
    (.martinLutherKingDay, .nth(3, weekday: 1, month: 1, plus: 0), "USC"),
    (.presidentsDay, .nth(3, weekday: 1, month: 2, plus: 0), "USC"),
    (.memorialDay, .nth(-1, weekday: 1, month: 5, plus: 0), "USC"),
    (.laborDay, .nth(1, weekday: 1, month: 9, plus: 0), "USC"),
    (.columbusDay, .nth(2, weekday: 1, month: 10, plus: 0), "USC"),
    (.thanksgiving, .nth(4, weekday: 4, month: 11, plus: 0), "USC"),
    (.blackFriday, .nth(4, weekday: 4, month: 11, plus: 1), "custom"),
    (.cyberMonday, .nth(4, weekday: 4, month: 11, plus: 4), "custom"),
    (.electionDay, .nth(1, weekday: 1, month: 11, plus: 1), "USC"),
  ]

  static let rules: [NamedDay: NamedDayDate] = Dictionary(uniqueKeysWithValues: rows.map { ($0.0, $0.1) })

  /// Words of a name in lower case; an apostrophe before "s" may stand or not.
  static let names: [(String, NamedDay)] = [
    ("new year s day", .newYearsDay), ("new year s eve", .newYearsEve), ("new year day", .newYearsDay),
    ("new year eve", .newYearsEve), ("christmas day", .christmasDay), ("christmas eve", .christmasEve),
    ("xmas day", .christmasDay), ("xmas eve", .christmasEve), ("xmas", .christmas),
    ("christmas", .christmas), ("boxing day", .boxingDay), ("epiphany", .epiphany),
    ("twelfth night", .epiphany), ("burns night", .burnsNight), ("groundhog day", .groundhogDay),
    ("valentine s day", .valentine), ("valentine day", .valentine), ("st valentine s day", .valentine),
    ("st david s day", .stDavid), ("st patrick s day", .stPatrick), ("saint patrick s day", .stPatrick),
    ("st paddy s day", .stPatrick), ("saint paddy s day", .stPatrick), ("st george s day", .stGeorge),
    ("st andrew s day", .stAndrew), ("april fool s day", .aprilFools), ("april fools day", .aprilFools),
    ("earth day", .earthDay), ("may day", .mayDay), ("halloween", .halloween),
    ("hallowe en", .halloween), ("all saints day", .allSaints), ("bonfire night", .guyFawkes),
    ("guy fawkes night", .guyFawkes), ("guy fawkes day", .guyFawkes), ("armistice day", .armisticeDay),
    ("remembrance day", .armisticeDay), ("remembrance sunday", .remembranceSunday),
    ("veterans day", .veteransDay), ("veteran s day", .veteransDay),
    ("independence day", .independenceDay), ("juneteenth", .juneteenth), ("good friday", .goodFriday),
    ("easter sunday", .easterSunday), ("easter day", .easterSunday), ("easter monday", .easterMonday),
    ("easter mon", .easterMonday), ("easter saturday", .holySaturday), ("holy saturday", .holySaturday),
    ("easter", .easter), ("ash wednesday", .ashWednesday), ("shrove tuesday", .shroveTuesday),
    ("pancake day", .shroveTuesday), ("pancake tuesday", .shroveTuesday), ("mardi gras", .shroveTuesday),
    ("palm sunday", .palmSunday), ("branch sunday", .palmSunday), ("maundy thursday", .maundyThursday),
    ("ascension day", .ascensionDay), ("ascension thursday", .ascensionDay), ("whit sunday", .whitSunday),
    ("whitsunday", .whitSunday), ("white sunday", .whitSunday), ("pentecost", .whitSunday),
    ("whitsun", .whitSunday),
    ("whit monday", .whitMonday), ("trinity sunday", .trinitySunday), ("corpus christi", .corpusChristi),
    ("orthodox easter", .orthodoxEaster), ("orthodox good friday", .orthodoxGoodFriday),
    ("orthodox great friday", .orthodoxGoodFriday),
    ("mothering sunday", .mothersDay), ("mother s day", .mothersDay), ("father s day", .fathersDay),
    ("advent sunday", .adventSunday), ("early may bank holiday", .earlyMayBankHoliday),
    ("may day bank holiday", .earlyMayBankHoliday), ("spring bank holiday", .springBankHoliday),
    ("late may bank holiday", .springBankHoliday), ("summer bank holiday", .summerBankHoliday),
    ("late summer bank holiday", .summerBankHoliday), ("august bank holiday", .summerBankHoliday),
    ("martin luther king day", .martinLutherKingDay), ("martin luther king s day", .martinLutherKingDay),
    ("martin luther king jr day", .martinLutherKingDay), ("mlk day", .martinLutherKingDay),
    ("mlk jr day", .martinLutherKingDay), ("presidents day", .presidentsDay),
    ("president s day", .presidentsDay), ("memorial day", .memorialDay), ("labor day", .laborDay),
    ("labour day", .laborDay), ("columbus day", .columbusDay), ("thanksgiving day", .thanksgiving),
    ("thanksgiving", .thanksgiving), ("black friday", .blackFriday), ("cyber monday", .cyberMonday),
    ("election day", .electionDay),
  ]

  /// Names that are a date in lower case too: nothing else is called so.
  static let plainNames: Set<NamedDay> = [
    .newYearsDay, .newYearsEve, .christmasDay, .christmasEve, .boxingDay, .halloween, .easterSunday,
    .easterMonday, .ashWednesday, .shroveTuesday, .palmSunday, .maundyThursday, .whitMonday, .whitSunday,
    .trinitySunday, .mothersDay, .fathersDay, .earlyMayBankHoliday, .springBankHoliday,
    .summerBankHoliday, .martinLutherKingDay, .thanksgiving, .stPatrick, .valentine, .orthodoxEaster,
    .guyFawkes, .orthodoxGoodFriday, .blackFriday, .independenceDay, .veteransDay, .presidentsDay,
  ]

  /// Names that are also seasons, streets and people: a date only where a preposition leads to them.
  static let ledNames: Set<NamedDay> = [
    .easter, .christmas, .thanksgiving, .epiphany, .electionDay, .memorialDay,
  ]
}
