#pragma once
// Debian's libxml2 includes ICU's headers only for a field that nobody here reads; Foundation brings its own ICU, and Clang refuses to see
// the same enumeration declared twice in one build.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlwriter.h>

// `xmlFree` is a global variable, which Swift 6 refuses to touch from concurrent code.
static inline void daybook_xml_free(void *pointer) { xmlFree(pointer); }
