#pragma once
#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>

// `xmlFree` is a global variable, which Swift 6 refuses to touch from concurrent code.
static inline void daybook_xml_free(void *pointer) { xmlFree(pointer); }
