#pragma once
#include <cairo.h>
#include <gio/gio.h>
#include <glib-object.h>
#include <glib.h>
#include <poppler.h>
#include <string.h>

// glibc declares it for C only where _GNU_SOURCE stands before the first header, which a module cannot promise.
extern void *memmem(const void *haystack, size_t length, const void *needle, size_t needle_length);

static inline const void *daybook_find(const void *in, size_t length, const void *what, size_t what_length) {
  return memmem(in, length, what, what_length);
}
