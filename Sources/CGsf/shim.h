#pragma once
#include <glib-object.h>
// Not gsf.h, which brings libxml2 in a second time.
#include <gsf/gsf-utils.h>
#include <gsf/gsf-input.h>
#include <gsf/gsf-input-memory.h>
#include <gsf/gsf-infile.h>
#include <gsf/gsf-infile-msole.h>

// The cast macros of GObject are not imported into Swift; these say the same as functions.

static inline GsfInfile *daybook_ole_open(const void *start, size_t count) {
  GsfInput *input = gsf_input_memory_new((guint8 const *)start, (gsf_off_t)count, FALSE);
  if (!input) return NULL;
  GsfInfile *file = gsf_infile_msole_new(input, NULL);
  g_object_unref(input);
  return file;
}

// A storage in a storage; NULL where there is none of that name, or where it is a stream.
static inline GsfInfile *daybook_ole_storage(GsfInfile *parent, const char *name) {
  GsfInput *child = gsf_infile_child_by_name(parent, name);
  if (!child) return NULL;
  if (GSF_IS_INFILE(child) && gsf_infile_num_children((GsfInfile *)child) >= 0) return (GsfInfile *)child;
  g_object_unref(child);
  return NULL;
}

static inline GsfInput *daybook_ole_stream(GsfInfile *parent, const char *name) {
  return gsf_infile_child_by_name(parent, name);
}

static inline void daybook_ole_close(GsfInfile *storage) { g_object_unref(storage); }
static inline void daybook_ole_close_stream(GsfInput *stream) { g_object_unref(stream); }
