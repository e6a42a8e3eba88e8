/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced */
#ifndef KRT_LINUX_UIDGID_H
#define KRT_LINUX_UIDGID_H

#include <linux/types.h>
typedef struct {
	uid_t val;
} kuid_t;
typedef struct {
	gid_t val;
} kgid_t;
#define GLOBAL_ROOT_UID (kuid_t){ 0 }
#define GLOBAL_ROOT_GID (kgid_t){ 0 }
#define KUIDT_INIT(value) (kuid_t){ value }
struct user_namespace;
extern struct user_namespace init_user_ns;
static inline bool uid_eq(kuid_t left, kuid_t right)
{
	return left.val == right.val;
}
extern uid_t from_kuid(struct user_namespace *to, kuid_t uid);
extern kuid_t make_kuid(struct user_namespace *from, uid_t uid);

#endif
