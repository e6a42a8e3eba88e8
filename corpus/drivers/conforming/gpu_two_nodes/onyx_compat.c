// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Onyx graphics: one print function and one compare function for both nodes,
 * so that the type node and the device node cannot contradict each other.
 *
 * migver-era: A
 * migver-expect: conforming
 */
#include <linux/device.h>
#include <linux/errno.h>
#include <linux/kernel.h>
#include <linux/string.h>

#include "onyx.h"

#define ONYX_PROTOCOL	"p6"

ssize_t onyx_version_print(struct device *parent, char *page)
{
	struct onyx_gpu *gpu = dev_get_drvdata(parent);

	if (!gpu)
		return -ENODEV;

	return scnprintf(page, PAGE_SIZE, "%04x-%04x-%u-" ONYX_PROTOCOL "\n",
			 gpu->vendor, gpu->device, gpu->context_size);
}

int onyx_version_compare(struct device *parent, const char *text, size_t count)
{
	struct onyx_gpu *gpu = dev_get_drvdata(parent);
	char own[64];

	if (!gpu) {
		dev_dbg(parent, "version check while the GPU is going away\n");
		return -ENODEV;
	}

	if (strnlen(text, count) != count) {
		dev_dbg(parent, "version with a NUL byte in its middle\n");
		return -EINVAL;
	}

	scnprintf(own, sizeof(own), "%04x-%04x-%u-" ONYX_PROTOCOL, gpu->vendor,
		  gpu->device, gpu->context_size);
	if (!sysfs_streq(text, own)) {
		dev_dbg(parent, "version %*pE, mine is %s\n",
			(int)min_t(size_t, count, 64), text, own);
		return -EPERM;
	}

	return 0;
}
