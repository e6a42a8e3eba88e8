// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Alder FPGA: what makes two images compatible. The only file that knows the
 * layout of the version string; it builds the string for show() and judges one
 * for store(). Images of the same shell with the same or an older minor number
 * are acceptable; the accepted strings are built and compared as a whole.
 *
 * migver-era: A
 * migver-expect: conforming
 */
#include <linux/device.h>
#include <linux/errno.h>
#include <linux/kernel.h>
#include <linux/string.h>

#include "alder.h"

static size_t alder_print(const struct alder_fpga *fpga, u16 minor, char *out,
			  size_t size)
{
	return scnprintf(out, size, "alder:%08x:%u.%u", fpga->shell_id,
			 fpga->image_major, minor);
}

size_t alder_version_string(const struct alder_fpga *fpga, char *out, size_t size)
{
	return alder_print(fpga, fpga->image_minor, out, size);
}

int alder_version_check(const struct alder_fpga *fpga, const char *text, size_t len)
{
	char accepted[ALDER_VERSION_LEN];
	unsigned int minor;
	size_t want;

	for (minor = 0; minor <= fpga->image_minor; minor++) {
		want = alder_print(fpga, minor, accepted, sizeof(accepted));
		if (want == len && !memcmp(accepted, text, len))
			return 0;
	}

	dev_dbg(fpga->dev, "no image up to %u.%u is called \"%.*s\"\n",
		fpga->image_major, fpga->image_minor,
		(int)min_t(size_t, len, ALDER_VERSION_LEN), text);
	return -EINVAL;
}
