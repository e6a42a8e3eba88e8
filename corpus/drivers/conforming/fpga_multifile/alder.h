/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
#ifndef ALDER_H
#define ALDER_H

#include <linux/device.h>
#include <linux/types.h>

#define ALDER_VERSION_LEN	48

struct alder_fpga {
	struct device *dev;
	u32 shell_id;
	u16 image_major;
	u16 image_minor;
};

struct attribute_group;
extern struct attribute_group *alder_type_groups[];

/* alder_compat.c */
size_t alder_version_string(const struct alder_fpga *fpga, char *out, size_t size);
int alder_version_check(const struct alder_fpga *fpga, const char *text, size_t len);

#endif
