import DaybookCore
import DaybookIngest
import DaybookStore
import DaybookWorkers

// Pages that are read from their pictures: each is a job of its own, so that all workers have a share in a long scan,
// and is kept as soon as it is there, so that a run that was stopped goes on with the next page.
extension Reading {
  /// Most time for one page: a picture of letters all over takes tesseract half a minute on a slow machine.
  private static let pictureDeadline: Duration = .seconds(180)

  /// Hands pages on whose pictures need not be read; holds a piece back for the others.
  mutating func readPictures(_ work: SourceWork, piece: Int, _ layouts: [PageLayout]) throws {
    var waiting = WaitingPictures(layouts: layouts, missing: 0)
    var wanted: [Int] = []
    for index in layouts.indices where layouts[index].wantsOCR {
      if let kept = try kept(work, page: layouts[index].number) {
        waiting.layouts[index] = kept
      } else {
        wanted.append(layouts[index].number)
      }
    }
    if wanted.isEmpty { return try assemble(work, piece: piece, waiting.layouts) }
    waiting.missing = wanted.count
    work.pictures[piece] = waiting
    total += wanted.count
    for page in wanted {
      work.pendingJobs += 1
      let payload = Job.convert(work.source, .picture(page), settings, ocr).wireBytes
      submit(
        .picture(work, piece: piece, page: page), payload: payload, input: inputs[work.key] ?? .none,
        affinity: work.key.sha256, deadline: Reading.pictureDeadline)
    }
  }

  private func kept(_ work: SourceWork, page: Int) throws -> PageLayout? {
    guard let bytes = try store.picturePage(sha256: work.key.sha256, page: page, settings: settingsLabel),
      let layout = try? PageLayout(wireBytes: bytes), layout.number == page, layout.ocr != nil
    else { return nil }
    return layout
  }

  private var settingsLabel: String { "\(Fingerprint.build) \(ocr.settings.label)" }

  mutating func settlePicture(_ work: SourceWork, piece: Int, page: Int, _ report: WorkReport) throws {
    work.pendingJobs -= 1
    var read: PageLayout?
    var reason = "the worker's answer is malformed"
    switch report {
    case .failed(_, let failure): reason = failure.description
    case .finished(_, let results, _):
      for bytes in results {
        guard case .layout(let layout)? = try? JobResult(wireBytes: bytes), layout.number == page else {
          continue
        }
        read = layout
      }
    }
    if let read {
      if read.ocr != nil {
        try store.keepPicturePage(
          read.wireBytes, sha256: work.key.sha256, page: page, settings: settingsLabel)
      }
    } else {
      let finding = Finding(
        "page-not-read", .loss, "page \(page): its picture could not be read: \(reason)", page: page)
      work.note(finding)
      try store.append(children: [], findings: [("", finding)], to: work.row)
    }
    guard var waiting = work.pictures[piece] else { return try goOn(work) }
    if let read { waiting.settle(read) }
    waiting.missing -= 1
    if waiting.missing > 0 {
      work.pictures[piece] = waiting
    } else {
      work.pictures[piece] = nil
      try assemble(work, piece: piece, waiting.layouts)
    }
    try goOn(work)
  }
}
