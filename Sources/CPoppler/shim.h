#pragma once
#include <cairo.h>
#include <gio/gio.h>
#include <glib-object.h>
#include <glib.h>
#include <poppler.h>
#include <string.h>
#include <strings.h>
