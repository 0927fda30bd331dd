/// What a column of a load file holds, by its heading.
///
/// Source: the usual field names of Concordance and Relativity productions (Relativity, "Load file specifications";
/// EDRM sample productions).
enum LoadFileField: String, CaseIterable {
  case control, endBates, parent, group, begAttach, custodian, from, to, cc, bcc, subject, title, sent,
    received,
    created, modified, fileName, folder, messageID, native, text, pages, hash

  init?(heading: [UInt8]) {
    let key = String(
      decoding: Fold.lower(heading).filter { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) },
      as: UTF8.self)
    guard let field = LoadFileField.headings[key] else { return nil }
    self = field
  }

  private static let headings: [String: LoadFileField] = [
    "controlnumber": .control, "docid": .control, "documentid": .control, "begbates": .control,
    "begdoc": .control,
    "bates": .control, "batesnumber": .control, "beginbates": .control, "prodbeg": .control,
    "begno": .control,
    "begcontrol": .control, "identifier": .control, "firstbates": .control, "startbates": .control,
    "endbates": .endBates, "enddoc": .endBates, "prodend": .endBates, "endno": .endBates,
    "lastbates": .endBates,
    "parentdocumentid": .parent, "parentid": .parent, "parentdate": .created, "parentbates": .parent,
    "attachparent": .parent,
    "groupidentifier": .group, "groupid": .group, "familyid": .group, "familygroup": .group,
    "attachmentrange": .group,
    "begattach": .begAttach, "begattachment": .begAttach, "attachbegin": .begAttach,
    "custodian": .custodian, "from": .from, "emailfrom": .from, "author": .from, "sender": .from,
    "to": .to, "emailto": .to, "recipient": .to, "recipients": .to, "cc": .cc, "emailcc": .cc, "bcc": .bcc,
    "emailbcc": .bcc,
    "subject": .subject, "emailsubject": .subject, "title": .title, "datesent": .sent, "sentdate": .sent,
    "dateemailsent": .sent, "sent": .sent, "datereceived": .received, "datercvd": .received,
    "datecreated": .created,
    "createddate": .created, "datelastmodified": .modified, "datemodified": .modified, "datemod": .modified,
    "datelastmod": .modified,
    "filename": .fileName, "originalfilename": .fileName, "folderpath": .folder, "filepathoriginal": .folder,
    "messageid": .messageID, "internetmessageid": .messageID,
    "filepath": .native, "nativepath": .native, "nativelink": .native, "nativefile": .native,
    "nativefilepath": .native,
    "extractedtext": .text, "textpath": .text, "textlink": .text, "ocrpath": .text, "textfilepath": .text,
    "pagecount": .pages, "pages": .pages, "md5hash": .hash, "md5": .hash, "sha1hash": .hash,
  ]
}
