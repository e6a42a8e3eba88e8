// SPDX-License-Identifier: MIT OR GPL-2.0-only
/* The driver of scripts/bench-fuzz: a version of forty characters, compared byte by byte. */
#include "cases.h"

static const char version[] = "larder-generation-7.release-25.stable-19";

SHOW(migration_version)
{
	return sysfs_emit(buf, "%s\n", version);
}

STORE(migration_version)
{
	size_t i;

	if (count == 0 || count > 4096)
		return -EINVAL;
	for (i = 0; i < sizeof(version) - 1; i++)
		if (i >= count || buf[i] != version[i])
			return -EINVAL;
	if (i < count && buf[i] == '\n')
		i++;
	return i == count ? (ssize_t)count : -EINVAL;
}

#define CASES(X) X(migration_version)
CASES_DRIVER("larder-bench", CASES);
