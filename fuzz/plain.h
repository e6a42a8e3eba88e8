/* SPDX-License-Identifier: MIT */
/*
 * Copies and fills of the harness's own. libc's are ASan's here, which looks at
 * the shadow of every byte first: that takes longer than most strings' copies.
 */
#ifndef FUZZ_PLAIN_H
#define FUZZ_PLAIN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Keeps a compiler from seeing that a loop copies or fills, and calling libc for it. */
#define PLAIN_LOOP(i) __asm__ volatile("" : "+r"(i))

/* With fewer bytes a processor's own copy takes longer to begin than to do. */
#define PLAIN_LONG 256

struct plain_block {
	uint64_t low, high;
};

/* Copies of a constant size are no calls. */
#define PLAIN_TWICE(type)                                                                          \
	do {                                                                                       \
		type first, last;                                                                  \
                                                                                                   \
		__builtin_memcpy(&first, from, sizeof(type));                                      \
		__builtin_memcpy(&last, from + n - sizeof(type), sizeof(type));                    \
		__builtin_memcpy(to, &first, sizeof(type));                                        \
		__builtin_memcpy(to + n - sizeof(type), &last, sizeof(type));                      \
	} while (0)

/* Up to 32 bytes, which may overlap: all are read before one is written. */
static inline void plain_copy_short(unsigned char *to, const unsigned char *from, size_t n)
{
	if (n >= 16)
		PLAIN_TWICE(struct plain_block);
	else if (n >= 8)
		PLAIN_TWICE(uint64_t);
	else if (n >= 4)
		PLAIN_TWICE(uint32_t);
	else if (n >= 2)
		PLAIN_TWICE(uint16_t);
	else if (n)
		*to = *from;
}
#undef PLAIN_TWICE

static inline void plain_copy_block(unsigned char *to, const unsigned char *from)
{
	plain_copy_short(to, from, 16);
}

static inline void plain_copy_long(unsigned char *to, const unsigned char *from, size_t n)
{
#ifdef __x86_64__
	__asm__ volatile("rep movsb" : "+D"(to), "+S"(from), "+c"(n) : : "memory");
#else
	__builtin_memcpy(to, from, n);
#endif
}

static inline void plain_fill_long(unsigned char *to, int byte, size_t n)
{
#ifdef __x86_64__
	__asm__ volatile("rep stosb" : "+D"(to), "+c"(n) : "a"(byte) : "memory");
#else
	__builtin_memset(to, byte, n);
#endif
}

/** plain_copy - memcpy(). */
static inline void plain_copy(void *to_, const void *from_, size_t n)
{
	const unsigned char *from = from_;
	unsigned char *to = to_;

	if (n > PLAIN_LONG) {
		plain_copy_long(to, from, n);
		return;
	}
	for (; n > 32; n -= 16, to += 16, from += 16) {
		PLAIN_LOOP(n);
		plain_copy_block(to, from);
	}
	plain_copy_short(to, from, n);
}

/** plain_move - memmove(). */
static inline void plain_move(void *to_, const void *from_, size_t n)
{
	const unsigned char *from = from_;
	unsigned char *to = to_;

	/* What is left in the end is at the other end than where it began. */
	for (; n > 32 && to > from; n -= 16) {
		PLAIN_LOOP(n);
		plain_copy_block(to + n - 16, from + n - 16);
	}
	for (; n > 32; n -= 16, to += 16, from += 16) {
		PLAIN_LOOP(n);
		plain_copy_block(to, from);
	}
	plain_copy_short(to, from, n);
}

/** plain_fill - memset(). */
static inline void plain_fill(void *to_, int byte, size_t n)
{
	const uint64_t word = (unsigned char)byte * 0x0101010101010101u;
	const struct plain_block block = { word, word };
	unsigned char *to = to_;

	if (n > PLAIN_LONG) {
		plain_fill_long(to, byte, n);
		return;
	}
	for (; n >= 16; n -= 16, to += 16) {
		PLAIN_LOOP(n);
		plain_copy_short(to, (const unsigned char *)&block, 16);
	}
	plain_copy_short(to, (const unsigned char *)&block, n);
}

/** plain_same - are two strings equal? Most are one and the same, or differ soon. */
static inline bool plain_same(const char *a, const char *b)
{
	if (a == b)
		return true;
	while (*a && *a == *b) {
		a++;
		b++;
		PLAIN_LOOP(a);
	}
	return *a == *b;
}

/** plain_length - strlen() of a short string. */
static inline size_t plain_length(const char *s)
{
	size_t n = 0;

	while (s[n]) {
		n++;
		PLAIN_LOOP(n);
	}
	return n;
}

#endif
