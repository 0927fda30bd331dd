#pragma once
#include <stdlib.h>
#include <string.h>

#include <openssl/cms.h>
#include <openssl/evp.h>
#include <openssl/sha.h>

// What a signed message in the form that encloses its text (S/MIME, application/pkcs7-mime) encloses. Copies at most
// `most` bytes into memory that `free` gives back; NULL where there is nothing of the kind. The signature is not checked.
static inline unsigned char *daybook_signed_content(
    const unsigned char *bytes, long count, size_t most, size_t *content_count) {
  CMS_ContentInfo *message = d2i_CMS_ContentInfo(NULL, &bytes, count);
  unsigned char *copy = NULL;
  if (message && OBJ_obj2nid(CMS_get0_type(message)) == NID_pkcs7_signed) {
    ASN1_OCTET_STRING **content = CMS_get0_content(message);
    if (content && *content) {
      size_t length = (size_t)ASN1_STRING_length(*content);
      if (length > 0 && length <= most && (copy = (unsigned char *)malloc(length))) {
        memcpy(copy, ASN1_STRING_get0_data(*content), length);
        *content_count = length;
      }
    }
  }
  CMS_ContentInfo_free(message);
  return copy;
}
