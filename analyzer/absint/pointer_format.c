// SPDX-License-Identifier: MIT
/*
 * The extensions of %p, by Documentation/core-api/printk-formats.rst and the
 * pointer() of lib/vsprintf.c (5.10 to 6.12). The first row whose letters begin
 * the extension holds, so longer ones come first; the last one is the plain %p.
 *
 * Since 4.15 a plain %p prints a hash that changes with every boot.
 */
#include <stdint.h>
#include <string.h>

#include "absint/pointer_format.h"

#define DIGITS	  "0123456789"
#define HEX	  DIGITS "abcdef"
#define PRINTABLE NULL
#define ANY_BYTE  ""

#define PATH "a path"

static const char path_length[] = "the length of a path is not known";
static const char file_names[] = "users choose the names of files";
static const char nested[] = "%pV prints another format";
static const char node_name[] = "the length of a firmware node's name is not known";
static const char escaped[] = "the length of escaped text is not known";
static const char bitmap[] = "the length of a bitmap's text is not known";

static const struct pointer_format rows[] = {
	{ "U", 36, 36, HEX "ABCDEF-", "a UUID", NULL, POINTER_MEMORY },
	{ "MF", 17, 17, HEX "-", "a MAC address", NULL, POINTER_MEMORY },
	{ "M", 17, 17, HEX ":", "a MAC address", NULL, POINTER_MEMORY },
	{ "m", 12, 12, HEX, "a MAC address", NULL, POINTER_MEMORY },
	{ "I4", 7, 15, DIGITS ".", "an IP address", NULL, POINTER_MEMORY },
	{ "i4", 15, 15, DIGITS ".", "an IP address", NULL, POINTER_MEMORY },
	{ "I6", 2, 39, HEX ":.", "an IP address", NULL, POINTER_MEMORY },
	{ "i6", 32, 32, HEX, "an IP address", NULL, POINTER_MEMORY },
	{ "IS", 2, 64, PRINTABLE, "an IP address", NULL, POINTER_MEMORY },
	{ "iS", 2, 64, PRINTABLE, "an IP address", NULL, POINTER_MEMORY },
	{ "e", 1, 32, PRINTABLE, "an error", NULL, POINTER_NAME },
	{ "S", 1, 256, PRINTABLE, "a symbol", NULL, POINTER_NAME },
	{ "s", 1, 256, PRINTABLE, "a symbol", NULL, POINTER_NAME },
	{ "F", 1, 256, PRINTABLE, "a symbol", NULL, POINTER_NAME },
	{ "fw", 0, INT32_MAX, PRINTABLE, PATH, node_name, POINTER_NAME },
	{ "f", 1, 256, PRINTABLE, "a symbol", NULL, POINTER_NAME },
	{ "B", 1, 256, PRINTABLE, "a symbol", NULL, POINTER_NAME },
	{ "a", 10, 18, HEX "x", "a physical address", NULL, POINTER_MEMORY },
	{ "x", 1, 16, HEX, "an address", NULL, POINTER_ADDRESS },
	{ "K", 1, 16, PRINTABLE, "an address", NULL, POINTER_ADDRESS },
	{ "C", 0, 64, PRINTABLE, "a clock's name", NULL, POINTER_NAME },
	{ "d", 0, INT32_MAX, ANY_BYTE, PATH, file_names, POINTER_NAME },
	{ "D", 0, INT32_MAX, ANY_BYTE, PATH, file_names, POINTER_NAME },
	{ "g", 0, 64, PRINTABLE, "a block device's name", NULL, POINTER_NAME },
	{ "V", 0, INT32_MAX, ANY_BYTE, "another format", nested, POINTER_NAME },
	{ "O", 0, INT32_MAX, PRINTABLE, PATH, path_length, POINTER_NAME },
	{ "E", 0, INT32_MAX, ANY_BYTE, "escaped text", escaped, POINTER_MEMORY },
	{ "bl", 0, INT32_MAX, DIGITS ",-", "a bitmap", bitmap, POINTER_MEMORY },
	{ "b", 0, INT32_MAX, HEX ",", "a bitmap", bitmap, POINTER_MEMORY },
	{ "r", 0, 256, PRINTABLE, "a resource", NULL, POINTER_MEMORY },
	{ "R", 0, 256, PRINTABLE, "a resource", NULL, POINTER_MEMORY },
	{ "t", 0, 64, PRINTABLE, "a time", NULL, POINTER_MEMORY },
	{ "G", 0, 256, PRINTABLE, "flags", NULL, POINTER_MEMORY },
	{ "N", 1, 18, HEX "x", "features", NULL, POINTER_MEMORY },
	{ "4cc", 0, 32, PRINTABLE, "a pixel format", NULL, POINTER_MEMORY },
	{ "h", 0, 0, HEX, "bytes in hex", NULL, POINTER_MEMORY },
	{ "", 1, 18, PRINTABLE, "an address", NULL, POINTER_ADDRESS },
};

const struct pointer_format *pointer_format_find(const char *ext)
{
	const struct pointer_format *row = rows;

	while (strncmp(ext, row->letters, strlen(row->letters)) != 0)
		row++;
	return row;
}

struct charset pointer_format_chars(const struct pointer_format *row)
{
	if (!row->chars)
		return charset_between(0x20, 0x7e);
	return *row->chars ? charset_of(row->chars) : charset_between(1, 0xff);
}
