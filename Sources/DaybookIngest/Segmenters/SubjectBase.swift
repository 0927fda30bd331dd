/// What a subject is about, for other modules.
package enum SubjectBase {
  /// Lower case, one space between words, without "RE:" and its kind.
  package static func text(of subject: String) -> String {
    String(decoding: SubjectLine.base(of: subject.utf8), as: UTF8.self)
  }
}
