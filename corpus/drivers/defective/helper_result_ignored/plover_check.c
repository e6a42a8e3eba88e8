// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Plover satellite receiver, the checks. Both are right; their caller is not.
 *
 * migver-era: device
 * migver-expect: defective
 */
#include <linux/errno.h>
#include <linux/kernel.h>
#include <linux/string.h>
#include "plover.h"

int plover_check_prefix(const char *buf, size_t count)
{
	if (strlen(buf) != count ||
	    strncmp(buf, PLOVER_PREFIX, strlen(PLOVER_PREFIX))) {
		pr_info("plover: not a version of ours\n");
		return -EINVAL;
	}
	return 0;
}

int plover_check_level(const char *level)
{
	if (!sysfs_streq(level, PLOVER_LEVEL)) { /* expect: MV207 */
		pr_info("plover: wrong level\n");
		return -ERANGE;
	}
	return 0;
}
