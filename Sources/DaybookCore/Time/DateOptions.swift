/// How dates are read where the words leave a choice.
package struct DateOptions: Hashable, Sendable {
  /// Which of several days is meant where neither year nor tense says.
  package enum Preference: String, Hashable, Sendable, CaseIterable {
    /// By what the words around it say, else by what is measured to be right most often.
    case standard
    case past, future, nearest
  }

  package var prefer = Preference.standard
  /// Whether "now", "recently" and "soon" are expressions too.
  package var readsVague = false
  /// Whose holidays count for working days; the case settings say.
  package var nation = Nation.englandAndWales

  package init() {}
}
