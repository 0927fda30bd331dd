#pragma once
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <libbfio.h>
#include <libpff.h>
#include <libpff/mapi.h>

// libpff asks for a file by name; a worker has bytes and no file system. These callbacks of libbfio read from bytes
// that somebody else keeps.

typedef struct {
  const uint8_t *start;
  size64_t count;
  off64_t offset;
} daybook_pff_bytes;

static inline int daybook_pff_free(intptr_t **handle, libbfio_error_t **error) {
  (void)error;
  if (handle) {
    free(*handle);
    *handle = NULL;
  }
  return 1;
}

static inline int daybook_pff_clone(intptr_t **copy, intptr_t *handle, libbfio_error_t **error) {
  (void)error;
  daybook_pff_bytes *bytes = malloc(sizeof *bytes);
  if (!bytes) return -1;
  *bytes = *(daybook_pff_bytes *)handle;
  *copy = (intptr_t *)bytes;
  return 1;
}

static inline int daybook_pff_open_bytes(intptr_t *handle, int flags, libbfio_error_t **error) {
  (void)handle; (void)flags; (void)error;
  return 1;
}
static inline int daybook_pff_close_bytes(intptr_t *handle, libbfio_error_t **error) {
  (void)handle; (void)error;
  return 0;
}
static inline ssize_t daybook_pff_read(intptr_t *handle, uint8_t *buffer, size_t size, libbfio_error_t **error) {
  (void)error;
  daybook_pff_bytes *bytes = (daybook_pff_bytes *)handle;
  if (bytes->offset < 0 || (size64_t)bytes->offset >= bytes->count) return 0;
  size64_t rest = bytes->count - (size64_t)bytes->offset;
  if (size > rest) size = (size_t)rest;
  memcpy(buffer, bytes->start + bytes->offset, size);
  bytes->offset += (off64_t)size;
  return (ssize_t)size;
}
static inline ssize_t daybook_pff_write(
    intptr_t *handle, const uint8_t *buffer, size_t size, libbfio_error_t **error) {
  (void)handle; (void)buffer; (void)size; (void)error;
  return -1;
}
static inline off64_t daybook_pff_seek(intptr_t *handle, off64_t offset, int whence, libbfio_error_t **error) {
  (void)error;
  daybook_pff_bytes *bytes = (daybook_pff_bytes *)handle;
  off64_t base = whence == SEEK_SET ? 0 : whence == SEEK_CUR ? bytes->offset : (off64_t)bytes->count;
  off64_t place;
  if (__builtin_add_overflow(base, offset, &place) || place < 0) return -1;
  bytes->offset = place;
  return place;
}
static inline int daybook_pff_exists(intptr_t *handle, libbfio_error_t **error) {
  (void)handle; (void)error;
  return 1;
}
static inline int daybook_pff_is_open(intptr_t *handle, libbfio_error_t **error) {
  (void)handle; (void)error;
  return 1;
}
static inline int daybook_pff_size(intptr_t *handle, size64_t *size, libbfio_error_t **error) {
  (void)error;
  *size = ((daybook_pff_bytes *)handle)->count;
  return 1;
}

typedef struct {
  libbfio_handle_t *io;
  libpff_file_t *file;
} daybook_pff;

static inline void daybook_pff_close(daybook_pff it) {
  if (it.file) {
    libpff_file_close(it.file, NULL);
    libpff_file_free(&it.file, NULL);
  }
  if (it.io) libbfio_handle_free(&it.io, NULL);
}

// `file` is NULL where the bytes are no mailbox file. The bytes must outlive it.
static inline daybook_pff daybook_pff_open(const void *start, size_t count) {
  daybook_pff it = {NULL, NULL};
  daybook_pff_bytes *bytes = malloc(sizeof *bytes);
  if (!bytes) return it;
  *bytes = (daybook_pff_bytes){(const uint8_t *)start, count, 0};
  if (libbfio_handle_initialize(
          &it.io, (intptr_t *)bytes, daybook_pff_free, daybook_pff_clone, daybook_pff_open_bytes,
          daybook_pff_close_bytes, daybook_pff_read, daybook_pff_write, daybook_pff_seek, daybook_pff_exists,
          daybook_pff_is_open, daybook_pff_size,
          LIBBFIO_FLAG_IO_HANDLE_MANAGED | LIBBFIO_FLAG_IO_HANDLE_CLONE_BY_FUNCTION, NULL) != 1) {
    free(bytes);
    return it;
  }
  if (libpff_file_initialize(&it.file, NULL) != 1
      || libpff_file_open_file_io_handle(it.file, it.io, LIBPFF_OPEN_READ, NULL) != 1) {
    daybook_pff_close(it);
    it.io = NULL;
    it.file = NULL;
  }
  return it;
}

static inline void daybook_pff_item_free(libpff_item_t *item) { libpff_item_free(&item, NULL); }
