// SPDX-License-Identifier: MIT
/* A patch that came by mail, in the encodings that mail programs choose for one. */
#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "cli/patch.h"

static int hex_value(char c)
{
	return isdigit((unsigned char)c)    ? c - '0'
	       : isxdigit((unsigned char)c) ? tolower((unsigned char)c) - 'a' + 10
					    : -1;
}

static void add_quoted_printable(struct strbuf *out, const char *s, const char *end)
{
	for (; s < end; s++) {
		int high = s + 2 < end ? hex_value(s[1]) : -1;
		int low = s + 2 < end ? hex_value(s[2]) : -1;

		if (*s == '=' && high >= 0 && low >= 0) {
			strbuf_addc(out, (char)(high << 4 | low));
			s += 2;
		} else if (*s == '=' && s + 1 < end && s[1] == '\n') {
			s++;
		} else if (*s == '=' && s + 2 < end && s[1] == '\r' && s[2] == '\n') {
			s += 2;
		} else {
			strbuf_addc(out, *s);
		}
	}
}

static void add_base64(struct strbuf *out, const char *s, const char *end)
{
	static const char digits[] =
		"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
	unsigned int bits = 0, n = 0;

	for (; s < end; s++) {
		const char *digit = *s ? strchr(digits, *s) : NULL;

		if (!digit)
			continue;
		bits = (bits << 6 | (unsigned int)(digit - digits)) & 0xffffff;
		n += 6;
		if (n < 8)
			continue;
		n -= 8;
		strbuf_addc(out, (char)(bits >> n));
	}
}

static const struct encoding {
	const char *name;
	void (*add)(struct strbuf *out, const char *s, const char *end);
} encodings[] = {
	{ "quoted-printable", add_quoted_printable },
	{ "base64", add_base64 },
};

/* The end of the lines "Name: value" and their continuations, if @s begins with such. */
static const char *header_end(const char *s, const char *end)
{
	const char *line = s;

	while (line < end) {
		const char *p = line, *next = memchr(line, '\n', (size_t)(end - line));

		if (*line == '\n' || *line == '\r')
			return line == s || !next ? NULL : next + 1;
		while (p < end && (isalnum((unsigned char)*p) || *p == '-'))
			p++;
		if (*line != ' ' && *line != '\t' && strncmp(line, "From ", 5) != 0 &&
		    (p == line || p == end || *p != ':'))
			return NULL;
		if (!next)
			return NULL;
		line = next + 1;
	}
	return NULL;
}

static const struct encoding *encoding_of(const char *s, const char *end)
{
	static const char name[] = "\ncontent-transfer-encoding:";
	const size_t n = sizeof(name) - 1;

	for (; (size_t)(end - s) > n; s++) {
		if (strncasecmp(s, name, n) != 0)
			continue;
		s += n + strspn(s + n, " \t");
		for (size_t i = 0; i < sizeof(encodings) / sizeof(encodings[0]); i++)
			if (strncasecmp(s, encodings[i].name, strlen(encodings[i].name)) == 0)
				return &encodings[i];
		return NULL;
	}
	return NULL;
}

struct strbuf mail_body(struct arena *a, const char *text, size_t n)
{
	const char *end = text + n, *body = header_end(text, end);
	const struct encoding *e = body ? encoding_of(text, body) : NULL;
	struct strbuf out;

	strbuf_init(&out, a);
	if (e)
		e->add(&out, body, end);
	else
		strbuf_add_bytes(&out, text, n);
	return out;
}
