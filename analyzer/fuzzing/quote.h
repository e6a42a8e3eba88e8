/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_FUZZING_QUOTE_H
#define MIGVER_FUZZING_QUOTE_H

#include "base/strbuf.h"

/** quote_c - @bytes as the inside of a C string literal. */
void quote_c(const char *bytes, size_t n, struct strbuf *out);

/** quote_word - @text as one word of a POSIX shell, quoted only if it has to be. */
void quote_word(const char *text, struct strbuf *out);

/** quote_shell - a command that writes @bytes, all at once, to the file @path. */
const char *quote_shell(struct arena *a, const char *bytes, size_t n, const char *path);

#endif
