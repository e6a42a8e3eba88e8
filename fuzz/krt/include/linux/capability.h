/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced */
#ifndef KRT_LINUX_CAPABILITY_H
#define KRT_LINUX_CAPABILITY_H

#include <linux/types.h>
#define CAP_CHOWN 0
#define CAP_DAC_OVERRIDE 1
#define CAP_NET_ADMIN 12
#define CAP_IPC_LOCK 14
#define CAP_SYS_MODULE 16
#define CAP_SYS_RAWIO 17
#define CAP_SYS_ADMIN 21
#define CAP_SYS_BOOT 22
#define CAP_SYS_NICE 23
#define CAP_SYS_RESOURCE 24
#define CAP_SYS_TIME 25
#define CAP_SYSLOG 34
#define CAP_PERFMON 38
extern bool capable(int cap);
extern bool perfmon_capable(void);
struct user_namespace;
extern bool ns_capable(struct user_namespace *ns, int cap);

#endif
