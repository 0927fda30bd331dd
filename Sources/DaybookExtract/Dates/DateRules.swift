/// The rules that read dates, each family in a file of its own.
///
/// Of two matches at one place the longer wins, of equal ones the rule that stands first here.
package enum DateRules {
  package static let all: [any MentionRule] = [
    DayMonthRule(),
    MonthRule(),
    WeekdayRule(),
    NumericDateRule(),
    YearFirstRule(),
    ClockRule(),
    ClockWordsRule(),
    WordedDateRule(),
    PartRule(),
    YearPartRule(),
    NamedYearRule(),
    YearRule(),
    OrdinalDayRule(),
    DayWordRule(),
    DirectedRule(),
    WeekRule(),
    WeekOnRule(),
    NamedDayRule(),
    FileNameRule(),
    HeaderLineRule(),
    AnniversaryRule(),
    FrequencyRule(),
    AmountRule(),
    CountdownRule(),
    VagueRule(),
    NthRule(),
    PeriodRule(),
    EraRule(),
    DayPartRule(),
    PresentRule(),
    DeadlineWordRule(),
  ]
}
