#pragma once
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

/// Work that a search may still do, in steps: one for each item of the pattern that is tried, and one for every
/// eight bytes moved between two of them. A count and not a clock, so that one input ends in one way everywhere.
typedef struct {
  long long left;
  size_t last;
} daybook_work;

static inline int daybook_count_work(pcre2_callout_block_8 *block, void *data) {
  daybook_work *work = (daybook_work *)data;
  size_t here = block->current_position;
  size_t moved = here > work->last ? here - work->last : work->last - here;
  work->last = here;
  work->left -= 1 + (long long)(moved / 8);
  return work->left < 0 ? PCRE2_ERROR_CALLOUT : 0;
}

/// Counts the work of all searches with a context; the pattern must be compiled with PCRE2_AUTO_CALLOUT.
static inline void daybook_limit_work(pcre2_match_context_8 *context, daybook_work *work) {
  pcre2_set_callout_8(context, daybook_count_work, work);
}
