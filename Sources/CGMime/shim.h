#pragma once
#include <gmime/gmime.h>

// The cast and test macros of GObject are not imported into Swift; these say the same as functions.

static inline gboolean daybook_is_part(GMimeObject *object) { return GMIME_IS_PART(object); }
static inline gboolean daybook_is_multipart(GMimeObject *object) { return GMIME_IS_MULTIPART(object); }
static inline gboolean daybook_is_encrypted(GMimeObject *object) { return GMIME_IS_MULTIPART_ENCRYPTED(object); }
static inline gboolean daybook_is_signed(GMimeObject *object) { return GMIME_IS_MULTIPART_SIGNED(object); }
static inline gboolean daybook_is_message_part(GMimeObject *object) { return GMIME_IS_MESSAGE_PART(object); }
static inline gboolean daybook_is_partial(GMimeObject *object) { return GMIME_IS_MESSAGE_PARTIAL(object); }
static inline gboolean daybook_is_group(InternetAddress *address) { return INTERNET_ADDRESS_IS_GROUP(address); }
static inline gboolean daybook_is_mailbox(InternetAddress *address) { return INTERNET_ADDRESS_IS_MAILBOX(address); }

static inline GMimePart *daybook_part(GMimeObject *object) { return (GMimePart *)object; }
static inline GMimeMultipart *daybook_multipart(GMimeObject *object) { return (GMimeMultipart *)object; }
static inline GMimeMessagePart *daybook_message_part(GMimeObject *object) { return (GMimeMessagePart *)object; }
static inline GMimeObject *daybook_object(GMimeMessage *message) { return (GMimeObject *)message; }
static inline InternetAddressMailbox *daybook_mailbox(InternetAddress *address) {
  return (InternetAddressMailbox *)address;
}
static inline InternetAddressGroup *daybook_group(InternetAddress *address) { return (InternetAddressGroup *)address; }

// glibc hides `memmem` from headers that are not asked for GNU extensions before the first of them is read.
extern void *memmem(const void *haystack, size_t count, const void *needle, size_t needle_count);

// A parser that reads bytes which somebody else keeps: nothing is copied. `daybook_parser_close` must run before those bytes go.
typedef struct {
  GByteArray *bytes;
  GMimeStream *stream;
  GMimeParser *parser;
} daybook_parser;

static inline daybook_parser daybook_parser_open(const void *start, size_t count) {
  daybook_parser it;
  it.bytes = g_byte_array_new_take((guint8 *)start, count);
  it.stream = g_mime_stream_mem_new_with_byte_array(it.bytes);
  // The stream must not free the array: it is what lets the bytes be taken back below.
  g_mime_stream_mem_set_owner((GMimeStreamMem *)it.stream, FALSE);
  it.parser = g_mime_parser_new_with_stream(it.stream);
  g_mime_parser_set_format(it.parser, GMIME_FORMAT_MESSAGE);
  g_mime_parser_set_persist_stream(it.parser, TRUE);
  return it;
}

static inline void daybook_parser_close(daybook_parser it) {
  gsize count = 0;
  g_object_unref(it.parser);
  g_object_unref(it.stream);
  g_byte_array_steal(it.bytes, &count);
  g_byte_array_unref(it.bytes);
}

// A part with its own header, parsed from a copy of the bytes. NULL where it cannot be; `g_object_unref` frees it.
static inline GMimeObject *daybook_parse_part(const void *start, size_t count) {
  GMimeStream *stream = g_mime_stream_mem_new_with_buffer((const char *)start, count);
  GMimeParser *parser = g_mime_parser_new_with_stream(stream);
  g_mime_parser_set_persist_stream(parser, FALSE);
  GMimeObject *part = g_mime_parser_construct_part(parser, NULL);
  g_object_unref(parser);
  g_object_unref(stream);
  return part;
}

// The bytes of a stream in memory; valid while the stream lives.
static inline const guint8 *daybook_stream_bytes(GMimeStream *stream, size_t *count) {
  GByteArray *bytes = g_mime_stream_mem_get_byte_array((GMimeStreamMem *)stream);
  *count = bytes ? bytes->len : 0;
  return bytes ? bytes->data : NULL;
}
