/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* as the kernel */
#ifndef KRT_LINUX_STRING_CHOICES_H
#define KRT_LINUX_STRING_CHOICES_H

#include <linux/types.h>

#define __KRT_CHOICE(name, yes, no) \
	static inline const char *name(bool v) \
	{ \
		return v ? yes : no; \
	}
__KRT_CHOICE(str_yes_no, "yes", "no")
__KRT_CHOICE(str_on_off, "on", "off")
__KRT_CHOICE(str_enable_disable, "enable", "disable")
__KRT_CHOICE(str_enabled_disabled, "enabled", "disabled")
__KRT_CHOICE(str_true_false, "true", "false")
__KRT_CHOICE(str_read_write, "read", "write")
__KRT_CHOICE(str_write_read, "write", "read")
__KRT_CHOICE(str_hi_lo, "hi", "lo")
__KRT_CHOICE(str_high_low, "high", "low")
__KRT_CHOICE(str_up_down, "up", "down")
__KRT_CHOICE(str_assert_deassert, "assert", "deassert")
#undef __KRT_CHOICE

static inline const char *str_plural(size_t num)
{
	return num == 1 ? "" : "s";
}

#endif
