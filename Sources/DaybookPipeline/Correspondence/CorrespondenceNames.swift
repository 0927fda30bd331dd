import DaybookCore

/// Short names for the papers, messages and threads of a case in its outputs: d3, m7, t2, in order of place.
struct CorrespondenceNames {
  private(set) var papers: [ComponentDocument.ID: String] = [:]
  private(set) var messages: [Message.ID: String] = [:]
  private(set) var threads: [MailThread.ID: String] = [:]

  init(_ correspondence: Correspondence) {
    for (index, paper) in correspondence.papers.enumerated() { papers[paper.id] = "d\(index + 1)" }
    for (index, message) in correspondence.messages.enumerated() { messages[message.id] = "m\(index + 1)" }
    for (index, thread) in correspondence.threads.enumerated() { threads[thread.id] = "t\(index + 1)" }
  }
}
