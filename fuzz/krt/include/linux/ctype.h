/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* as the kernel, the table written as ranges (Latin-1 letters count as letters there) */
#ifndef KRT_LINUX_CTYPE_H
#define KRT_LINUX_CTYPE_H

#include <linux/compiler.h>
#include <linux/types.h>

static inline int isdigit(int c)
{
	return '0' <= c && c <= '9';
}

static inline int islower(int c)
{
	c = (unsigned char)c;
	return (c >= 'a' && c <= 'z') || (c >= 0xdf && c != 0xf7);
}

static inline int isupper(int c)
{
	c = (unsigned char)c;
	return (c >= 'A' && c <= 'Z') || (c >= 0xc0 && c <= 0xde && c != 0xd7);
}

static inline int isalpha(int c)
{
	return islower(c) || isupper(c);
}

static inline int isalnum(int c)
{
	return isalpha(c) || isdigit((unsigned char)c);
}

static inline int isxdigit(int c)
{
	c = (unsigned char)c;
	return isdigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

static inline int isspace(int c)
{
	c = (unsigned char)c;
	return (c >= 9 && c <= 13) || c == ' ' || c == 0xa0;
}

static inline int iscntrl(int c)
{
	c = (unsigned char)c;
	return c < 32 || c == 127;
}

static inline int isprint(int c)
{
	c = (unsigned char)c;
	return (c >= 32 && c <= 126) || c >= 0xa0;
}

static inline int isgraph(int c)
{
	c = (unsigned char)c;
	return (c >= 33 && c <= 126) || c > 0xa0;
}

static inline int ispunct(int c)
{
	return isgraph(c) && !isalnum(c);
}

static inline int isascii(int c)
{
	return ((unsigned char)c) <= 0x7f;
}

static inline int toascii(int c)
{
	return ((unsigned char)c) & 0x7f;
}

static inline unsigned char __tolower(unsigned char c)
{
	if (isupper(c))
		c -= 'A' - 'a';
	return c;
}

static inline unsigned char __toupper(unsigned char c)
{
	if (islower(c))
		c -= 'a' - 'A';
	return c;
}

#define tolower(c) __tolower(c)
#define toupper(c) __toupper(c)

static inline char _tolower(const char c)
{
	return c | 0x20;
}

static inline int isodigit(const char c)
{
	return c >= '0' && c <= '7';
}

#endif
