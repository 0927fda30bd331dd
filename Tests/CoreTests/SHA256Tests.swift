import DaybookCore
import Testing

/// Source: FIPS 180-4; NIST, "SHA Test Vectors for Hashing Byte-Oriented Messages".
@Suite struct SHA256Tests {
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func publishedVectors(text: String, hash: String) {
    #expect(SHA256Digest(of: Array(text.utf8)).hex() == hash)
  }

  private static let millionHash = "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"

  /// In pieces of a prime length, so that their edges fall everywhere in a block.
  @Test(arguments: [1, 7, 61, 64, 65, 4093, 1_000_000])
  func aMillionLettersInPieces(size: Int) {
    var hasher = SHA256Hasher()
    var rest = 1_000_000
    while rest > 0 {
      hasher.update([UInt8](repeating: UInt8(ascii: "a"), count: min(size, rest)))
      rest -= min(size, rest)
    }
    #expect(hasher.finish().hex() == SHA256Tests.millionHash)
  }

  @Test func partsOfAHash() {
    let hash = SHA256Digest(of: Array("abc".utf8))
    #expect(hash.bytes.count == 32)
    #expect(hash.hex(bytes: 4) == "ba7816bf")
    #expect(hash.prefix64 == 0xBA78_16BF_8F01_CFEA)
  }
}
