// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Lapwing interconnect, the comparison. The copy on the stack has room for the
 * versions that there are; a write may have a page.
 *
 * migver-era: B
 * migver-expect: defective
 */
#include <linux/errno.h>
#include <linux/kernel.h>
#include <linux/string.h>

#include "lapwing.h"

int lapwing_match(const char *text, size_t len)
{
	char copy[32];

	memcpy(copy, text, len); /* expect: MV205 */
	copy[len < sizeof(copy) ? len : sizeof(copy) - 1] = '\0';
	if (strlen(copy) != len || !sysfs_streq(copy, LAPWING_VERSION))
		return -EINVAL;
	return 0;
}
