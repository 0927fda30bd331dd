/// Numbers of the properties that Daybook asks for. Source: MS-OXPROPS, the section of each in its row.
enum MAPIProperty {
  static let importance = 0x0017  // 2.753
  static let messageClass = 0x001A  // 2.781
  static let subject = 0x0037  // 2.1027
  static let clientSubmitTime = 0x0039  // 2.628
  static let representingName = 0x0042  // 2.1009
  static let startDate = 0x0060  // 2.1020
  static let endDate = 0x0061  // 2.678
  static let representingAddressType = 0x0064  // 2.1005
  static let representingAddress = 0x0065  // 2.1006
  static let conversationTopic = 0x0070  // 2.650
  static let transportHeaders = 0x007D  // 2.1052
  static let recipientType = 0x0C15  // 2.903
  static let senderName = 0x0C1A  // 2.1000
  static let senderAddressType = 0x0C1E  // 2.994
  static let senderAddress = 0x0C1F  // 2.995
  static let displayBcc = 0x0E02  // 2.664
  static let displayCc = 0x0E03  // 2.665
  static let displayTo = 0x0E04  // 2.670
  static let deliveryTime = 0x0E06  // 2.782
  static let messageFlags = 0x0E07  // 2.783
  static let messageSize = 0x0E08  // 2.787
  static let body = 0x1000  // 2.618
  static let rtfCompressed = 0x1009  // 2.939
  static let html = 0x1013  // 2.737
  static let messageID = 0x1035  // 2.751
  static let references = 0x1039  // 2.752
  static let inReplyTo = 0x1042  // 2.740
  static let displayName = 0x3001  // 2.667
  static let addressType = 0x3002  // 2.574
  static let emailAddress = 0x3003  // 2.675
  static let creationTime = 0x3007  // 2.653
  static let modificationTime = 0x3008  // 2.765
  static let attachData = 0x3701  // 2.590 (binary), 2.591 (object)
  static let attachExtension = 0x3703  // 2.593
  static let attachFilename = 0x3704  // 2.594
  static let attachMethod = 0x3705  // 2.601
  static let attachLongFilename = 0x3707  // 2.596
  static let attachMimeTag = 0x370E  // 2.602
  static let smtpAddress = 0x39FE  // 2.1020
  static let internetCodePage = 0x3FDE  // 2.743
  static let messageCodePage = 0x3FFD  // 2.780
  static let senderSMTP = 0x5D01
  static let representingSMTP = 0x5D02

  /// Named properties of the set PSETID_Appointment stand here under this number plus their own.
  static let named = 0x1_0000
  static let appointmentPlace = named + 0x8208  // 2.159
  static let appointmentStart = named + 0x820D  // 2.29
  static let appointmentEnd = named + 0x820E  // 2.14

  /// PSETID_Appointment, 00062002-0000-0000-C000-000000000046, as it stands in a file. Source: MS-OXPROPS 1.3.2.
  static let appointmentSet: [UInt8] = [
    0x02, 0x20, 0x06, 0x00, 0x00, 0x00, 0x00, 0x00, 0xC0, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x46,
  ]

  /// Kinds of recipient. Source: MS-OXOMSG 2.2.3.1.
  static let recipientTo = 1
  static let recipientCc = 2
  /// What a message says of itself when it was never sent. Source: MS-OXCMSG 2.2.1.6.
  static let flagUnsent = 0x8
  /// How an attachment is kept. Source: MS-OXCMSG 2.2.2.9.
  static let methodEmbeddedMessage = 5
  static let methodStorage = 6
}
