// SPDX-License-Identifier: MIT
#include <stddef.h>

#include "base/wide.h"

const char *wide_format(wide v, char *buf)
{
	char digits[WIDE_CHARS];
	uwide u = v < 0 ? -(uwide)v : (uwide)v;
	size_t n = 0, out = 0;

	do {
		digits[n++] = (char)('0' + (int)(u % 10));
		u /= 10;
	} while (u);
	if (v < 0)
		buf[out++] = '-';
	while (n)
		buf[out++] = digits[--n];
	buf[out] = '\0';
	return buf;
}
