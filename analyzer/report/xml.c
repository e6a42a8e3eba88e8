// SPDX-License-Identifier: MIT
#include <string.h>

#include "report/report.h"
#include "report/xml.h"

static const char *reference(char c)
{
	switch (c) {
	case '&':
		return "&amp;";
	case '<':
		return "&lt;";
	case '>':
		return "&gt;";
	case '"':
		return "&quot;";
	case '\'':
		return "&#39;";
	default:
		return NULL;
	}
}

void xml_text(struct strbuf *out, const char *s, size_t n)
{
	struct strbuf clean;

	strbuf_init(&clean, out->arena);
	report_escape(&clean, s, n);
	for (size_t i = 0; i < clean.n; i++) {
		const char *ref = reference(clean.s[i]);

		if (ref)
			strbuf_add(out, ref);
		else
			strbuf_addc(out, clean.s[i]);
	}
}

void xml_lines(struct strbuf *out, const char *s)
{
	while (*s) {
		size_t n = strcspn(s, "\n");

		xml_text(out, s, n);
		s += n;
		if (*s == '\n') {
			strbuf_addc(out, '\n');
			s++;
		}
	}
}

void xml_attribute(struct strbuf *out, const char *name, const char *value)
{
	strbuf_addf(out, " %s=\"", name);
	xml_text(out, value, strlen(value));
	strbuf_addc(out, '"');
}

void xml_number(struct strbuf *out, const char *name, size_t n)
{
	strbuf_addf(out, " %s=\"%zu\"", name, n);
}
