import DaybookCore
struct HTMLConverter: Converter {
  let name = "html"
  let version = 1
  let signature = Signature(mediaTypes: ["text/html", "application/xhtml+xml"], extensions: ["html", "htm"])
  func convert(_ input: ConversionInput, emit: (ConversionPart) -> Void) throws(ConversionError) {}
}
