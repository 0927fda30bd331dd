import DaybookCore

/// The head of the page: what a browser may do with it, its title and its style.
struct HTMLHead {
  let chronology: Chronology

  /// Read by `HTMLReader`.
  static let countName = "daybook-entries"

  var html: String {
    """
    <!DOCTYPE html>
    <html lang="en-GB">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="\(HTMLHead.policy)">
    <meta name="referrer" content="no-referrer">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta name="generator" content="\(HTMLText.escaped(chronology.generator))">
    <meta name="\(HTMLHead.countName)" content="\(chronology.count)">
    <title>\(HTMLText.escaped(chronology.title)): chronology</title>
    <style>\(HTMLStyle.text)</style>
    </head>
    <body>

    """
  }

  /// Nothing is loaded; only our own style and script are used, known by their hashes. Source: W3C Content
  /// Security Policy Level 3.
  static var policy: String {
    "default-src 'none'; base-uri 'none'; form-action 'none'; style-src '\(hash(HTMLStyle.text))'; script-src '\(hash(HTMLScript.text))'"
  }

  private static func hash(_ text: String) -> String {
    "sha256-" + base64(SHA256Digest(of: Array(text.utf8)).bytes)
  }

  /// Source: RFC 4648, section 4.
  static func base64(_ bytes: [UInt8]) -> String {
    let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var out: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for place in 0..<4 {
        out.append(place <= group.count ? digits[bits >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}
