/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_REPORT_XML_H
#define MIGVER_REPORT_XML_H

#include "base/strbuf.h"

/*
 * Text for XML and HTML. It goes through report_escape() first, which leaves no
 * character that XML 1.0 forbids, even as a reference.
 */

/** xml_text - append @n bytes of @s as character data. */
void xml_text(struct strbuf *out, const char *s, size_t n);

/** xml_lines - as xml_text(), but the newlines of @s stay. */
void xml_lines(struct strbuf *out, const char *s);

/** xml_attribute - append ` name="value"`. */
void xml_attribute(struct strbuf *out, const char *name, const char *value);

/** xml_number - append ` name="n"`. */
void xml_number(struct strbuf *out, const char *name, size_t n);

#endif
