// SPDX-License-Identifier: MIT
#include <string.h>

#include "fuzzing/quote.h"

#define LETTERS "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
#define PLAIN	LETTERS "0123456789_-./=:,+@%"

static bool is_printable(char c)
{
	return c >= 0x20 && c <= 0x7e;
}

void quote_c(const char *bytes, size_t n, struct strbuf *out)
{
	static const char special[] = "\n\t\r\"\\", letters[] = "ntr\"\\";

	for (size_t i = 0; i < n; i++) {
		const char *at = bytes[i] ? strchr(special, bytes[i]) : NULL;

		if (at)
			strbuf_addf(out, "\\%c", letters[at - special]);
		else if (!is_printable(bytes[i])) /* three digits: one that follows is no part */
			strbuf_addf(out, "\\%03o", (unsigned char)bytes[i]);
		else
			strbuf_addc(out, bytes[i]);
	}
}

void quote_word(const char *text, struct strbuf *out)
{
	if (text[0] && strspn(text, PLAIN) == strlen(text)) {
		strbuf_add(out, text);
		return;
	}
	strbuf_addc(out, '\'');
	for (; *text; text++) {
		if (*text == '\'')
			strbuf_add(out, "'\\''");
		else
			strbuf_addc(out, *text);
	}
	strbuf_addc(out, '\'');
}

/* Octal escapes are the only ones that every printf(1) has. */
const char *quote_shell(struct arena *a, const char *bytes, size_t n, const char *path)
{
	struct strbuf b;

	strbuf_init(&b, a);
	strbuf_add(&b, "printf '");
	for (size_t i = 0; i < n; i++) {
		char c = bytes[i];

		if (c == '\n')
			strbuf_add(&b, "\\n");
		else if (c == '%')
			strbuf_add(&b, "%%");
		else if (c == '\\' || c == '\'' || !is_printable(c) || (c == '-' && i == 0))
			strbuf_addf(&b, "\\%03o", (unsigned char)c);
		else
			strbuf_addc(&b, c);
	}
	strbuf_add(&b, "' > ");
	quote_word(path, &b);
	return b.s;
}
