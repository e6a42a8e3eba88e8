/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced: the name structures and their accessors */
#ifndef KRT_LINUX_UTSNAME_H
#define KRT_LINUX_UTSNAME_H

#define __NEW_UTS_LEN 64

struct old_utsname {
	char sysname[65];
	char nodename[65];
	char release[65];
	char version[65];
	char machine[65];
};

struct new_utsname {
	char sysname[__NEW_UTS_LEN + 1];
	char nodename[__NEW_UTS_LEN + 1];
	char release[__NEW_UTS_LEN + 1];
	char version[__NEW_UTS_LEN + 1];
	char machine[__NEW_UTS_LEN + 1];
	char domainname[__NEW_UTS_LEN + 1];
};

struct uts_namespace {
	struct new_utsname name;
};
extern struct uts_namespace init_uts_ns;
extern struct new_utsname *utsname(void);

static inline struct new_utsname *init_utsname(void)
{
	return &init_uts_ns.name;
}

#endif
