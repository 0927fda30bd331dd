#include <stdlib.h>
#include <string.h>

#include "include/COCR.h"

void daybook_grey_from_rgb(const uint8_t *dots, int stride, int width, int height, uint8_t *grey) {
  for (int y = 0; y < height; y++) {
    const uint8_t *row = dots + (size_t)y * (size_t)stride;
    // Weights of ITU-R BT.601.
    for (int x = 0; x < width; x++, row += 4) *grey++ = (uint8_t)((row[0] * 114 + row[1] * 587 + row[2] * 299) / 1000);
  }
}

void daybook_grey_turn(const uint8_t *from, int width, int height, int degrees, uint8_t *to) {
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++) {
      size_t place;
      if (degrees == 90) place = (size_t)x * (size_t)height + (size_t)(height - 1 - y);
      else if (degrees == 180) place = (size_t)(height - 1 - y) * (size_t)width + (size_t)(width - 1 - x);
      else place = (size_t)(width - 1 - x) * (size_t)height + (size_t)y;
      to[place] = *from++;
    }
}

void daybook_grey_rotate(const uint8_t *from, int width, int height, double sine, double cosine, uint8_t *to) {
  double middle_x = width / 2.0, middle_y = height / 2.0;
  for (int y = 0; y < height; y++) {
    double dy = y - middle_y;
    double x0 = -middle_x * cosine + dy * sine + middle_x, y0 = middle_x * sine + dy * cosine + middle_y;
    for (int x = 0; x < width; x++, x0 += cosine, y0 -= sine, to++) {
      *to = 255;
      if (x0 < 0 || y0 < 0) continue;
      int left = (int)x0, top = (int)y0;
      if (left >= width - 1 || top >= height - 1) continue;
      int fx = (int)((x0 - left) * 256), fy = (int)((y0 - top) * 256);
      const uint8_t *dot = from + (size_t)top * (size_t)width + (size_t)left;
      int upper = dot[0] * (256 - fx) + dot[1] * fx, lower = dot[width] * (256 - fx) + dot[width + 1] * fx;
      *to = (uint8_t)((upper * (256 - fy) + lower * fy) >> 16);
    }
  }
}

void daybook_grey_scale(const uint8_t *from, int width, int height, uint8_t *to, int new_width, int new_height) {
  for (int y = 0; y < new_height; y++) {
    long long v = (long long)y * (height - 1) * 256 / (new_height > 1 ? new_height - 1 : 1);
    int top = (int)(v >> 8), fy = (int)(v & 255), below = top + 1 < height ? width : 0;
    for (int x = 0; x < new_width; x++) {
      long long u = (long long)x * (width - 1) * 256 / (new_width > 1 ? new_width - 1 : 1);
      int left = (int)(u >> 8), fx = (int)(u & 255), beside = left + 1 < width ? 1 : 0;
      const uint8_t *dot = from + (size_t)top * (size_t)width + (size_t)left;
      int upper = dot[0] * (256 - fx) + dot[beside] * fx;
      int lower = dot[below] * (256 - fx) + dot[below + beside] * fx;
      *to++ = (uint8_t)((upper * (256 - fy) + lower * fy) >> 16);
    }
  }
}

enum { BLACK = 70 };

// Follows runs of black dots down the rows: a run that keeps its ends for long enough is a rectangle. Letters have no
// run so long that stays where it is for so many rows.
int daybook_grey_black_boxes(
    const uint8_t *dots, int width, int height, int least_width, int least_height, daybook_box *boxes, int most) {
  enum { OPEN = 256 };
  daybook_box open[OPEN];
  int open_count = 0, found = 0, slack = least_width / 4 + 2;
  for (int y = 0; y <= height; y++) {
    int kept = 0;
    daybook_box runs[OPEN];
    int run_count = 0;
    if (y < height) {
      const uint8_t *row = dots + (size_t)y * (size_t)width;
      for (int x = 0; x < width;) {
        if (row[x] > BLACK) {
          x++;
          continue;
        }
        int start = x;
        while (x < width && row[x] <= BLACK) x++;
        if (x - start >= least_width && run_count < OPEN) runs[run_count++] = (daybook_box){start, y, x, y + 1};
      }
    }
    for (int index = 0; index < open_count; index++) {
      daybook_box box = open[index];
      int goes_on = 0;
      for (int run = 0; run < run_count; run++)
        if (abs(runs[run].left - box.left) <= slack && abs(runs[run].right - box.right) <= slack) {
          box.bottom = y + 1;
          runs[run] = runs[--run_count];
          goes_on = 1;
          break;
        }
      if (goes_on) open[kept++] = box;
      else if (box.bottom - box.top >= least_height && found < most) boxes[found++] = box;
    }
    open_count = kept;
    for (int run = 0; run < run_count && open_count < OPEN; run++) open[open_count++] = runs[run];
  }
  return found;
}
