/// Windows code pages by the name that iconv knows.
///
/// Source: Microsoft, "Code Page Identifiers"; names as in glibc.
enum CodePageTable {
  static func charset(_ codePage: Int) -> String? {
    if let name = names[codePage] { return name }
    switch codePage {
    case 1250...1258: return "windows-\(codePage)"
    case 28591...28606: return "iso-8859-\(codePage - 28590)"
    case 437, 737, 775, 850, 852, 855, 857, 858, 860...866, 869, 874, 1125: return "cp\(codePage)"
    default: return nil
    }
  }

  private static let names: [Int: String] = [
    932: "cp932", 936: "gbk", 949: "cp949", 950: "big5", 951: "big5-hkscs", 1361: "johab",
    10000: "macintosh", 10007: "mac-cyrillic", 10029: "mac-centraleurope",
    20127: "us-ascii", 20866: "koi8-r", 21866: "koi8-u", 20932: "euc-jp", 20936: "gb2312", 20949: "euc-kr",
    50220: "iso-2022-jp", 50221: "iso-2022-jp", 50222: "iso-2022-jp", 50225: "iso-2022-kr",
    51932: "euc-jp", 51936: "gb2312", 51949: "euc-kr", 52936: "hz-gb-2312", 54936: "gb18030",
    65000: "utf-7", 65001: "utf-8", 38598: "iso-8859-8", 38596: "iso-8859-6",
  ]
}
