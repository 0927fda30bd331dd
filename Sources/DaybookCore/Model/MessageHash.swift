private import CCrypto

/// The EDRM message identification hash (MIH): one value for one message, whatever system exported it.
///
/// MD5 over the Message-ID with its angle brackets, lower-case hexadecimal. A name, not a proof: MD5 withstands
/// nobody who wants two messages to share one. Source: EDRM Message Identification Hash specification, version 1.0.
package enum MessageHash {
  package static func mih(messageID: String) -> String {
    var digest = [UInt8](repeating: 0, count: 16)
    var length: UInt32 = 0
    let bytes = Array(messageID.utf8)
    guard EVP_Digest(bytes, bytes.count, &digest, &length, EVP_md5(), nil) == 1 else { return "" }
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
