/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_BASE_WIDE_H
#define MIGVER_BASE_WIDE_H

/*
 * wide holds every value of every C integer type up to 64 bits, and every sum
 * or product of two of them, as a mathematical integer.
 */
__extension__ typedef __int128 wide;
__extension__ typedef unsigned __int128 uwide;

#define WIDE_MAX ((wide)(((uwide)1 << 126) - 1))
#define WIDE_MIN (-WIDE_MAX)

/** wide_format - decimal text of @v into @buf (at least WIDE_CHARS); returns @buf. */
#define WIDE_CHARS 48
const char *wide_format(wide v, char *buf);

#endif
