// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * WARN() and BUG() of the real x86 headers: a ud2 instruction, and an entry in the
 * section __bug_table that says where it stands and which of the two it is. The
 * linker gives the section's ends; the host's signal handler asks here.
 */
#include <linux/bug.h>

#include "internal.h"

#if defined(KRT_BUNDLED) || !defined(CONFIG_GENERIC_BUG)
void krt_traps_boot(void)
{
}
#else
extern struct bug_entry __start___bug_table[] __attribute__((weak));
extern struct bug_entry __stop___bug_table[] __attribute__((weak));

static unsigned long entry_address(const struct bug_entry *e)
{
#ifdef CONFIG_GENERIC_BUG_RELATIVE_POINTERS
	return (unsigned long)&e->bug_addr_disp + e->bug_addr_disp;
#else
	return e->bug_addr;
#endif
}

static const char *entry_file(const struct bug_entry *e)
{
#ifndef CONFIG_DEBUG_BUGVERBOSE
	return "?";
#elif defined(CONFIG_GENERIC_BUG_RELATIVE_POINTERS)
	return (const char *)&e->file_disp + e->file_disp;
#else
	return e->file;
#endif
}

static unsigned long handle(unsigned long pc)
{
	struct bug_entry *e;

	for (e = __start___bug_table; e && e < __stop___bug_table; e++) {
		if (entry_address(e) != pc)
			continue;
		if (e->flags & BUGFLAG_WARNING) {
			krt_complain(KRT_V_WARN, (void *)pc, "WARN at %s:%d %s", entry_file(e),
				     e->line, krt.warning);
			krt.warning[0] = '\0';
			return pc + 2;
		}
		krt_complain(KRT_V_BUG, (void *)pc, "BUG at %s:%d", entry_file(e), e->line);
		krt_end_call();
	}
	return 0;
}

void krt_traps_boot(void)
{
	host_on_trap(handle);
}
#endif
