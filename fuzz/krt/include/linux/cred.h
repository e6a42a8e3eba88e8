/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced */
#ifndef KRT_LINUX_CRED_H
#define KRT_LINUX_CRED_H

#include <linux/uidgid.h>
#include <linux/capability.h>
#include <linux/sched.h>
struct cred {
	kuid_t uid;
	kgid_t gid;
	kuid_t euid;
	kgid_t egid;
};
#define current_cred() (current->cred)
#define current_uid() (current->cred->uid)
#define current_euid() (current->cred->euid)
#define current_gid() (current->cred->gid)
#define current_user_ns() (&init_user_ns)

#endif
