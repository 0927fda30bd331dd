/// What a file's name promises, where the promise can be held against its content or is all there is.
///
/// Source: IANA media types; for formats without one, the name their maker or freedesktop.org's
/// shared-mime-info uses.
enum ExtensionTable {
  static let mediaTypes: [String: String] = [
    "txt": "text/plain", "text": "text/plain", "log": "text/plain",
    "md": "text/markdown", "markdown": "text/markdown", "mdown": "text/markdown",
    "htm": "text/html", "html": "text/html", "xhtml": "text/html",
    "csv": "text/csv", "tsv": "text/tab-separated-values", "tab": "text/tab-separated-values",
    "pdf": "application/pdf",
    "docx": MediaType.docx, "docm": MediaType.docx, "dotx": MediaType.docx,
    "odt": MediaType.odt, "ott": MediaType.odt,
    "xlsx": MediaType.xlsx, "xlsm": MediaType.xlsx, "pptx": MediaType.pptx,
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "odp": "application/vnd.oasis.opendocument.presentation",
    "doc": "application/msword", "xls": "application/vnd.ms-excel", "ppt": "application/vnd.ms-powerpoint",
    "msg": "application/vnd.ms-outlook", "pst": "application/vnd.ms-outlook-pst",
    "ost": "application/vnd.ms-outlook-pst",
    "eml": "message/rfc822", "mht": "message/rfc822", "mhtml": "message/rfc822", "mbox": "application/mbox",
    "mbx": "application/mbox",
    "emlx": "message/rfc822",
    "ics": "text/calendar", "ical": "text/calendar", "vcf": "text/vcard",
    "zip": "application/zip", "tar": "application/x-tar", "gz": "application/gzip", "tgz": "application/gzip",
    "bz2": "application/x-bzip2", "xz": "application/x-xz", "7z": "application/x-7z-compressed",
    "rar": "application/vnd.rar",
    "json": "application/json", "xml": "application/xml", "epub": "application/epub+zip",
    "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif", "tif": "image/tiff",
    "tiff": "image/tiff",
    "opt": "application/x-opticon", "dat": "application/x-concordance", "rtf": "application/rtf",
    "bmp": "image/bmp", "webp": "image/webp",
  ]
}

/// Names that are too long to write twice.
enum MediaType {
  static let docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
  static let xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
  static let pptx = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
  static let odt = "application/vnd.oasis.opendocument.text"
  /// An Office file inside an OLE container that only a password opens. Source: MS-OFFCRYPTO 2.3.
  static let encryptedOffice = "application/x-encrypted-ooxml"
  /// No converter reads it and nobody knows what it is.
  static let unknown = "application/octet-stream"
  static let empty = "application/x-empty"
}
