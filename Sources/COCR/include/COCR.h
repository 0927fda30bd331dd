#pragma once
#include <stddef.h>
#include <stdint.h>

// Tesseract and leptonica, loaded with dlopen when a page needs them: they bring a hundred libraries along, which a
// command that reads no picture should not wait for, and a machine without them should still read everything else.

// 0 where both libraries are there, -1 without tesseract, -2 without leptonica. The same answer ever after.
int daybook_ocr_load(void);
// "5.3.0"; empty before a successful load.
const char *daybook_ocr_version(void);

typedef struct daybook_ocr daybook_ocr;

// `languages` as tesseract writes them, "eng+cym". NULL where a language's file is missing or broken.
daybook_ocr *daybook_ocr_open(const char *tessdata, const char *languages);
void daybook_ocr_close(daybook_ocr *ocr);

// A picture in grey, one byte a dot, rows one behind the other.
typedef struct {
  const uint8_t *dots;
  int width;
  int height;
  int resolution;  // dots per inch
} daybook_grey;

typedef struct {
  const char *text;  // UTF-8; valid during the call only
  int left, top, right, bottom;
  int baseline;  // of its line, at its middle
  float confidence;  // 0...100
  int begins_line;
} daybook_ocr_word;

// Calls `take` for each word in reading order. 0 where the page was read.
int daybook_ocr_read(
    daybook_ocr *ocr, daybook_grey page, void *context, void (*take)(void *context, const daybook_ocr_word *word));

// How far the picture must be turned clockwise to stand upright: 0, 90, 180, 270; -1 where nobody can tell.
// `osd` is an engine opened for the language "osd".
int daybook_ocr_turn(daybook_ocr *osd, daybook_grey page, float *confidence);

// The slant of the lines in degrees, positive where they must be turned clockwise; 0 where it cannot be told.
double daybook_ocr_skew(daybook_ocr *ocr, daybook_grey page);

// Pages of a picture file: more than one only for TIFF. 0 where it cannot be read.
int daybook_picture_pages(const uint8_t *bytes, size_t count, int most);

// Draws one page (counted from 0) in grey into memory that `free` gives back. NULL where it cannot be read or has more
// than `most` dots.
uint8_t *daybook_picture_draw(
    const uint8_t *bytes, size_t count, int page, size_t most, int *width, int *height, int *resolution);
