/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_FRONT_TOKENS_H
#define MIGVER_FRONT_TOKENS_H

#include <stdbool.h>
#include <stddef.h>

/*
 * A lexer for the few questions that libclang's tree leaves open (missing parts
 * of a for, labels of an asm goto, which macro a number was spelled with).
 * Comments and line continuations vanish; directives are ordinary tokens.
 */
enum tok_kind { TOK_END, TOK_IDENT, TOK_NUMBER, TOK_STRING, TOK_CHAR, TOK_PUNCT };

struct tok {
	enum tok_kind kind;
	const char *s; /* into the text, not terminated */
	size_t n;
};

struct lexer {
	const char *p, *end;
};

/** tok_next - the next token of @lx in @t; false at the end. */
bool tok_next(struct lexer *lx, struct tok *t);

bool tok_is(const struct tok *t, const char *s);

/** lexer_has - whether the identifier or sign @s occurs in what is left of @lx. */
bool lexer_has(struct lexer lx, const char *s);

/** lexer_close - skip to the bracket that closes the one just read; @lx is after it. */
bool lexer_close(struct lexer *lx);

#endif
