// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Tern line card, firmware side. -ENOTSUPP is for kernel-internal use; user
 * space would see "Unknown error 524", on read and on write.
 *
 * migver-era: A
 * migver-expect: defective
 */
#include <linux/errno.h>
#include <linux/module.h>
#include "tern.h"

unsigned int tern_fw = 30;
module_param_named(fw, tern_fw, uint, 0444);

int tern_fw_level(void)
{
	if (tern_fw < 10)
		return -ENOTSUPP; /* expect: MV105 MV202 */

	return tern_fw < 20 ? 1 : 2;
}
