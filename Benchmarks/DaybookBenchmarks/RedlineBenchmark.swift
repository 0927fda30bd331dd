import Foundation

/// `daybook diff` on two Word files of 100,000 words, as JSON and as a redline, beside python-redlines, which gives a
/// redline alone.
struct RedlineBenchmark: Benchmark {
  let name = "diff-docx"

  func run() throws -> [BenchmarkRow] {
    let folder = BenchmarkFiles.scratch("diff-docx")
    let (old, new) = (folder + "/old.docx", folder + "/new.docx")
    let texts = RevisionText.pair(words: 100_000, seed: 9)
    for (text, file) in [(texts.old, old), (texts.new, new)] {
      let plain = file.replacingOccurrences(of: ".docx", with: ".md")
      try text.write(toFile: plain, atomically: true, encoding: .utf8)
      guard try Timing.command(["python3", "-c", Self.writer, plain, file])?.status == 0 else {
        return [BenchmarkRow(name: name, ours: 0, note: "skipped: no python3 to write Word files with")]
      }
    }
    let redline = folder + "/redline.docx"
    guard let read = try best([BenchmarkFiles.daybook, "diff", old, new, "--format", "json"]),
      let written = try best([BenchmarkFiles.daybook, "diff", old, new, "-o", redline])
    else { return [BenchmarkRow(name: name, ours: 0, note: "skipped: no release build of daybook")] }
    let rival = try Timing.command([
      BenchmarkFiles.rivals + "/bin/python", "-c", Self.rival, old, new, folder + "/rival.docx",
    ])
    let isThere = rival?.status == 0
    return [
      BenchmarkRow(
        name: "\(name)-100000", ours: read.seconds, peakKiB: read.peakKiB, note: "moves and JSON"),
      BenchmarkRow(
        name: "\(name)-100000-redline", ours: written.seconds, rival: isThere ? rival?.seconds : nil,
        peakKiB: written.peakKiB,
        note: isThere ? "rival: python-redlines, Docxodus engine" : "python-redlines is not installed"),
    ]
  }

  private func best(_ command: [String]) throws -> Timing.Run? {
    var best: Timing.Run?
    for _ in 0..<3 {
      guard let run = try Timing.command(command), run.status == 0 || run.status == 2 else { return nil }
      if run.seconds < best?.seconds ?? .infinity { best = run }
    }
    return best
  }

  /// Writes the paragraphs of a Markdown file as those of a Word file. Source: ECMA-376 part 1, 17.3.
  private static let writer = """
    from sys import argv
    from zipfile import ZipFile, ZIP_DEFLATED
    from xml.sax.saxutils import escape
    W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
    T = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
    R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument'
    P = 'http://schemas.openxmlformats.org/package/2006/'
    paragraphs = []
    for block in open(argv[1], encoding='utf-8').read().split('\\n\\n'):
        style = '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>' if block.startswith('## ') else ''
        words = escape(block.removeprefix('## ').strip())
        paragraphs.append('<w:p>%s<w:r><w:t xml:space="preserve">%s</w:t></w:r></w:p>' % (style, words))
    with ZipFile(argv[2], 'w', ZIP_DEFLATED) as file:
        file.writestr('[Content_Types].xml', '<Types xmlns="%scontent-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="%s"/></Types>' % (P, T))
        file.writestr('_rels/.rels', '<Relationships xmlns="%srelationships"><Relationship Id="rId1" Type="%s" Target="word/document.xml"/></Relationships>' % (P, R))
        file.writestr('word/document.xml', '<w:document xmlns:w="%s"><w:body>%s</w:body></w:document>' % (W, ''.join(paragraphs)))
    """

  private static let rival = """
    from sys import argv
    from python_redlines.engines import DocxodusEngine
    old, new = (open(path, 'rb').read() for path in argv[1:3])
    open(argv[3], 'wb').write(DocxodusEngine().run_redline('Benchmark', old, new)[0])
    """
}
