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

// Calls `take` for each word in reading order, and now and then with no word while it is at work. 0 where the page
// was read.
int daybook_ocr_read(
    daybook_ocr *ocr, daybook_grey page, void *context, void (*take)(void *context, const daybook_ocr_word *word));

// Work on dots, in C because unoptimised Swift takes minutes over a page.

// Grey of a picture of four bytes a dot (blue, green, red, unused), `stride` bytes a row.
void daybook_grey_from_rgb(const uint8_t *dots, int stride, int width, int height, uint8_t *grey);
// Turned clockwise by 90, 180 or 270 degrees; for 90 and 270 width and height change places.
void daybook_grey_turn(const uint8_t *from, int width, int height, int degrees, uint8_t *to);
// Turned clockwise by a small angle about the middle, given by its sine and cosine; white comes in from outside.
void daybook_grey_rotate(const uint8_t *from, int width, int height, double sine, double cosine, uint8_t *to);

// Drawn larger or smaller, between the dots in proportion.
void daybook_grey_scale(const uint8_t *from, int width, int height, uint8_t *to, int new_width, int new_height);

typedef struct { int left, top, right, bottom; } daybook_box;
// Rectangles filled with black, at least so wide and high in dots; gives how many there are, `most` at most.
int daybook_grey_black_boxes(
    const uint8_t *dots, int width, int height, int least_width, int least_height, daybook_box *boxes, int most);

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
