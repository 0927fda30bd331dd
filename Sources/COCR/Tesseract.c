#include "include/COCR.h"

#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>

// The parts of the two C interfaces that are used, as their headers declare them (tesseract 4 and 5, capi.h;
// leptonica 1.79 and later, allheaders.h). Handles are opaque here.
enum { SEG_AUTO = 3 };
enum { LEVEL_TEXTLINE = 2, LEVEL_WORD = 3 };

static struct {
  void *tesseract, *leptonica;
  const char *(*version)(void);
  void *(*create)(void);
  void (*destroy)(void *);
  void (*end)(void *);
  int (*init)(void *, const char *, const char *);
  int (*set_variable)(void *, const char *, const char *);
  void (*set_mode)(void *, int);
  void (*set_image)(void *, const unsigned char *, int, int, int, int);
  void (*set_resolution)(void *, int);
  int (*recognize)(void *, void *);
  void *(*iterator)(void *);
  void *(*page_iterator)(void *);
  int (*next)(void *, int);
  int (*begins)(const void *, int);
  int (*box)(const void *, int, int *, int *, int *, int *);
  int (*baseline)(const void *, int, int *, int *, int *, int *);
  char *(*text)(const void *, int);
  float (*confidence)(const void *, int);
  void (*delete_iterator)(void *);
  void (*delete_text)(const char *);
  void (*clear)(void *);
  void *(*thresholded)(void *);
  void *(*monitor_create)(void);
  void (*monitor_delete)(void *);
  void (*monitor_cancel)(void *, int (*)(void *, int));
  void (*monitor_this)(void *, void *);
  int (*orientation)(void *, int *, float *, const char **, float *);

  void *(*read_mem)(const uint8_t *, size_t);
  void *(*read_tiff_page)(const uint8_t *, size_t, size_t *);
  int (*read_header)(const uint8_t *, size_t, int *, int *, int *, int *, int *, int *);
  void (*pix_destroy)(void **);
  void *(*to_grey)(void *, int);
  void *(*remove_alpha)(void *);
  int (*dimensions)(const void *, int *, int *, int *);
  uint32_t *(*data)(void *);
  int (*words_per_line)(const void *);
  int (*x_resolution)(const void *);
  int (*find_skew)(void *, float *, float *);
  int (*severity)(int);
} lib;

static int state = 1;  // 1: not tried

static void *open_any(const char *const names[]) {
  for (; *names; names++) {
    void *handle = dlopen(*names, RTLD_NOW | RTLD_LOCAL);
    if (handle) return handle;
  }
  return NULL;
}

#define FROM_TESSERACT(field, name) \
  if (!(*(void **)&lib.field = dlsym(lib.tesseract, name))) return -1
#define FROM_LEPTONICA(field, name) \
  if (!(*(void **)&lib.field = dlsym(lib.leptonica, name))) return -2

static int load(void) {
  static const char *const tesseract[] = {"libtesseract.so.5", "libtesseract.so.4", "libtesseract.so", NULL};
  static const char *const leptonica[] = {"liblept.so.5", "libleptonica.so.6", "liblept.so", NULL};
  // One page is one thread's work: pages are shared out among processes, one for each core.
  setenv("OMP_THREAD_LIMIT", "1", 0);
  lib.tesseract = open_any(tesseract);
  if (!lib.tesseract) return -1;
  lib.leptonica = open_any(leptonica);
  if (!lib.leptonica) return -2;
  FROM_TESSERACT(version, "TessVersion");
  FROM_TESSERACT(create, "TessBaseAPICreate");
  FROM_TESSERACT(destroy, "TessBaseAPIDelete");
  FROM_TESSERACT(end, "TessBaseAPIEnd");
  FROM_TESSERACT(init, "TessBaseAPIInit3");
  FROM_TESSERACT(set_variable, "TessBaseAPISetVariable");
  FROM_TESSERACT(set_mode, "TessBaseAPISetPageSegMode");
  FROM_TESSERACT(set_image, "TessBaseAPISetImage");
  FROM_TESSERACT(set_resolution, "TessBaseAPISetSourceResolution");
  FROM_TESSERACT(recognize, "TessBaseAPIRecognize");
  FROM_TESSERACT(iterator, "TessBaseAPIGetIterator");
  FROM_TESSERACT(page_iterator, "TessResultIteratorGetPageIterator");
  FROM_TESSERACT(next, "TessResultIteratorNext");
  FROM_TESSERACT(begins, "TessPageIteratorIsAtBeginningOf");
  FROM_TESSERACT(box, "TessPageIteratorBoundingBox");
  FROM_TESSERACT(baseline, "TessPageIteratorBaseline");
  FROM_TESSERACT(text, "TessResultIteratorGetUTF8Text");
  FROM_TESSERACT(confidence, "TessResultIteratorConfidence");
  FROM_TESSERACT(delete_iterator, "TessResultIteratorDelete");
  FROM_TESSERACT(delete_text, "TessDeleteText");
  FROM_TESSERACT(clear, "TessBaseAPIClear");
  FROM_TESSERACT(thresholded, "TessBaseAPIGetThresholdedImage");
  FROM_TESSERACT(monitor_create, "TessMonitorCreate");
  FROM_TESSERACT(monitor_delete, "TessMonitorDelete");
  FROM_TESSERACT(monitor_cancel, "TessMonitorSetCancelFunc");
  FROM_TESSERACT(monitor_this, "TessMonitorSetCancelThis");
  FROM_TESSERACT(orientation, "TessBaseAPIDetectOrientationScript");
  FROM_LEPTONICA(read_mem, "pixReadMem");
  FROM_LEPTONICA(read_tiff_page, "pixReadMemFromMultipageTiff");
  FROM_LEPTONICA(read_header, "pixReadHeaderMem");
  FROM_LEPTONICA(pix_destroy, "pixDestroy");
  FROM_LEPTONICA(to_grey, "pixConvertTo8");
  FROM_LEPTONICA(remove_alpha, "pixRemoveAlpha");
  FROM_LEPTONICA(dimensions, "pixGetDimensions");
  FROM_LEPTONICA(data, "pixGetData");
  FROM_LEPTONICA(words_per_line, "pixGetWpl");
  FROM_LEPTONICA(x_resolution, "pixGetXRes");
  FROM_LEPTONICA(find_skew, "pixFindSkew");
  FROM_LEPTONICA(severity, "setMsgSeverity");
  lib.severity(6);  // nothing on standard error: a damaged picture is a finding of ours
  return 0;
}

int daybook_ocr_load(void) {
  if (state == 1) state = load();
  return state;
}

const char *daybook_ocr_version(void) { return state == 0 ? lib.version() : ""; }

struct daybook_ocr {
  void *api;
};

daybook_ocr *daybook_ocr_open(const char *tessdata, const char *languages) {
  if (daybook_ocr_load()) return NULL;
  daybook_ocr *ocr = malloc(sizeof *ocr);
  if (!ocr) return NULL;
  ocr->api = lib.create();
  if (!ocr->api) {
    free(ocr);
    return NULL;
  }
  lib.set_variable(ocr->api, "debug_file", "/dev/null");
  if (lib.init(ocr->api, tessdata, languages)) {
    daybook_ocr_close(ocr);
    return NULL;
  }
  // Its search for tables runs for minutes on pages of mail (5.3.0), and tables are put together from rows here.
  lib.set_variable(ocr->api, "textord_tabfind_find_tables", "0");
  return ocr;
}

void daybook_ocr_close(daybook_ocr *ocr) {
  if (!ocr) return;
  lib.end(ocr->api);
  lib.destroy(ocr->api);
  free(ocr);
}

static void give(daybook_ocr *ocr, daybook_grey page) {
  lib.set_image(ocr->api, page.dots, page.width, page.height, 1, page.width);
  lib.set_resolution(ocr->api, page.resolution);
}

// Called by tesseract between words, to ask whether it should stop: never, but it is a sign of life.
typedef struct {
  void *context;
  void (*take)(void *context, const daybook_ocr_word *word);
  int calls;
} listener;

static int still_at_work(void *context, int words) {
  (void)words;
  listener *one = context;
  if (++one->calls % 64 == 0) one->take(one->context, NULL);
  return 0;
}

int daybook_ocr_read(
    daybook_ocr *ocr, daybook_grey page, void *context, void (*take)(void *context, const daybook_ocr_word *word)) {
  lib.set_mode(ocr->api, SEG_AUTO);
  give(ocr, page);
  listener one = {context, take, 0};
  void *monitor = lib.monitor_create();
  if (monitor) {
    lib.monitor_cancel(monitor, still_at_work);
    lib.monitor_this(monitor, &one);
  }
  int failed = lib.recognize(ocr->api, monitor);
  if (monitor) lib.monitor_delete(monitor);
  if (failed) {
    lib.clear(ocr->api);
    return -1;
  }
  void *iterator = lib.iterator(ocr->api);
  if (iterator) {
    void *place = lib.page_iterator(iterator);
    do {
      daybook_ocr_word word = {0};
      char *text = lib.text(iterator, LEVEL_WORD);
      if (!text) continue;
      word.text = text;
      word.confidence = lib.confidence(iterator, LEVEL_WORD);
      word.begins_line = lib.begins(place, LEVEL_TEXTLINE);
      int x1, y1, x2, y2;
      if (*text && lib.box(place, LEVEL_WORD, &word.left, &word.top, &word.right, &word.bottom)) {
        word.baseline = lib.baseline(place, LEVEL_WORD, &x1, &y1, &x2, &y2) ? (y1 + y2) / 2 : word.bottom;
        take(context, &word);
      }
      lib.delete_text(text);
    } while (lib.next(iterator, LEVEL_WORD));
    lib.delete_iterator(iterator);
  }
  lib.clear(ocr->api);
  return 0;
}

int daybook_ocr_turn(daybook_ocr *osd, daybook_grey page, float *confidence) {
  int degrees = 0;
  const char *script = NULL;
  float script_confidence = 0;
  *confidence = 0;
  give(osd, page);
  // The answer is how far the text is turned counter-clockwise from upright, in other words how far to turn it back.
  int known = lib.orientation(osd->api, &degrees, confidence, &script, &script_confidence);
  lib.clear(osd->api);
  if (!known) return -1;
  return ((360 - degrees) % 360 + 360) % 360;
}

double daybook_ocr_skew(daybook_ocr *ocr, daybook_grey page) {
  give(ocr, page);
  void *pix = lib.thresholded(ocr->api);
  float angle = 0, confidence = 0;
  int failed = pix ? lib.find_skew(pix, &angle, &confidence) : 1;
  if (pix) lib.pix_destroy(&pix);
  lib.clear(ocr->api);
  return failed || confidence < 3 ? 0 : angle;
}

// Pictures

static int is_tiff(const uint8_t *bytes, size_t count) {
  return count > 8
         && ((bytes[0] == 'I' && bytes[1] == 'I' && bytes[2] == 42) || (bytes[0] == 'M' && bytes[1] == 'M' && bytes[3] == 42));
}

// The page's place in a TIFF is found by walking its chain of directories (TIFF 6.0, section 2), so that pages need
// not be decoded to be counted, and a chain that runs in a circle ends.
static uint32_t number(const uint8_t *bytes, size_t count, size_t place, int width, int is_big) {
  uint32_t value = 0;
  if (place > count || (size_t)width > count - place) return 0;
  for (int index = 0; index < width; index++) value = value << 8 | bytes[place + (size_t)(is_big ? index : width - 1 - index)];
  return value;
}

int daybook_picture_pages(const uint8_t *bytes, size_t count, int most) {
  if (!is_tiff(bytes, count)) return count > 8 ? 1 : 0;
  int is_big = bytes[0] == 'M';
  size_t place = number(bytes, count, 4, 4, is_big);
  int pages = 0;
  while (place && place < count && pages < most) {
    size_t entries = number(bytes, count, place, 2, is_big);
    pages++;
    place = number(bytes, count, place + 2 + entries * 12, 4, is_big);
  }
  return pages;
}

static void *read_page(const uint8_t *bytes, size_t count, int page) {
  if (!is_tiff(bytes, count)) return page == 0 ? lib.read_mem(bytes, count) : NULL;
  size_t offset = 0;
  for (int index = 0;; index++) {
    void *pix = lib.read_tiff_page(bytes, count, &offset);
    if (!pix || index == page) return pix;
    lib.pix_destroy(&pix);
    if (!offset) return NULL;
  }
}

uint8_t *daybook_picture_draw(
    const uint8_t *bytes, size_t count, int page, size_t most, int *width, int *height, int *resolution) {
  if (daybook_ocr_load()) return NULL;
  int format, bits, samples, mapped;
  if (!is_tiff(bytes, count)) {
    if (lib.read_header(bytes, count, &format, width, height, &bits, &samples, &mapped)) return NULL;
    if (*width < 1 || *height < 1 || (size_t)*width > most / (size_t)*height) return NULL;
  }
  void *pix = read_page(bytes, count, page);
  if (!pix) return NULL;
  int depth = 0;
  *resolution = lib.x_resolution(pix);
  void *plain = lib.remove_alpha(pix);
  lib.pix_destroy(&pix);
  void *grey = plain ? lib.to_grey(plain, 0) : NULL;
  if (plain) lib.pix_destroy(&plain);
  if (!grey) return NULL;
  uint8_t *dots = NULL;
  if (!lib.dimensions(grey, width, height, &depth) && *width > 0 && *height > 0
      && (size_t)*width <= most / (size_t)*height && (dots = malloc((size_t)*width * (size_t)*height))) {
    const uint32_t *row = lib.data(grey);
    int words = lib.words_per_line(grey);
    for (int y = 0; y < *height; y++, row += words)
      // Dots stand in words from the highest byte down, whatever the order of bytes of the machine.
      for (int x = 0; x < *width; x++)
        dots[(size_t)y * (size_t)*width + (size_t)x] = (uint8_t)(row[x >> 2] >> (24 - 8 * (x & 3)));
  }
  lib.pix_destroy(&grey);
  return dots;
}
