/// Control words of RTF that say what a group is for, or that stand for a letter. Source: RTF 1.9.1, tables
/// "Destinations", "Special characters" and "Font family"; MS-OXRTFEX 2.1.3.
enum RTFWordTable {
  static let destinations: [String: RTFReader.State.Destination] = {
    var table: [String: RTFReader.State.Destination] = [
      "fonttbl": .fonts, "htmltag": .htmlTag, "title": .title, "creatim": .created, "revtim": .revised,
    ]
    for name in [
      "colortbl", "stylesheet", "pict", "object", "objdata", "result", "author", "operator", "subject",
      "keywords",
      "doccomm", "comment", "company", "manager", "category", "printim", "buptim", "header", "headerl",
      "headerr",
      "headerf", "footer", "footerl", "footerr", "footerf", "listtable", "listoverridetable", "rsidtbl",
      "generator",
      "filetbl", "revtbl", "xmlnstbl", "themedata", "colorschememapping", "datastore", "latentstyles",
      "fldinst",
      "bkmkstart", "bkmkend", "xe", "tc", "pntext", "nonshppict", "mhtmltag", "template", "hlinkbase",
    ] {
      table[name] = .skipped
    }
    // The list number that the writer's program put in front: what a reader sees.
    table["pntext"] = .body
    table["listtext"] = .body
    return table
  }()

  static let letters: [String: UInt32] = [
    "emdash": 0x2014, "endash": 0x2013, "lquote": 0x2018, "rquote": 0x2019, "ldblquote": 0x201C,
    "rdblquote": 0x201D, "bullet": 0x2022, "emspace": 0x2003, "enspace": 0x2002, "qmspace": 0x2005,
  ]

  static func codePage(charset: Int) -> Int? {
    charsets[charset]
  }

  private static let charsets: [Int: Int] = [
    0: 1252, 77: 10000, 128: 932, 129: 949, 130: 1361, 134: 936, 136: 950, 161: 1253, 162: 1254, 163: 1258,
    177: 1255, 178: 1256, 186: 1257, 204: 1251, 222: 874, 238: 1250, 254: 437, 255: 850,
  ]
}
