// SPDX-License-Identifier: MIT
/* MV003: not writable for others, and nothing but permission bits for reading and writing. */
#include "rules/table.h"

#define OTHERS_WRITE   0002u
#define USUAL_BITS     (0666u | SYSFS_PREALLOC)
#define SYSFS_PREALLOC 010000u /* include/linux/sysfs.h: a buffer made in advance */

void rule_attr_mode(struct rule_output *out, const struct rule_input *in)
{
	const struct attribute *a = in->attr;
	unsigned int odd = a->mode & ~USUAL_BITS;

	if (!a->mode_known) {
		rule_unproved(out, a->loc, "the mode is not a constant");
		return;
	}
	if (a->mode & OTHERS_WRITE)
		rule_violated(out, a->loc, "mode %04o lets any user write '%s'", a->mode, a->name);
	if (odd)
		rule_violated(out, a->loc,
			      "mode %04o has bits that mean nothing for a sysfs file (%04o)",
			      a->mode, odd);
}
