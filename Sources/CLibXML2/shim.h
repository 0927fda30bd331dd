#pragma once
// Debian builds libxml2 with ICU, whose headers contradict the ICU inside Swift's Foundation. Only the insides of a structure that is never
// touched here depend on it.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>

// `xmlFree` is a global variable, which Swift 6 refuses to touch from concurrent code.
static inline void daybook_xml_free(void *pointer) { xmlFree(pointer); }
