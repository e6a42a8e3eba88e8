/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced */
#ifndef KRT_LINUX_PANIC_H
#define KRT_LINUX_PANIC_H

#include <linux/compiler_types.h>

extern __printf(1, 2) void panic(const char *fmt, ...) __noreturn;
extern int panic_timeout;
#define TAINT_WARN 9
#define TAINT_CRAP 10
#define TAINT_USER 6
#define TAINT_FIRMWARE_WORKAROUND 11
#define LOCKDEP_STILL_OK 0
#define LOCKDEP_NOW_UNRELIABLE 1
extern void add_taint(unsigned int flag, int lockdep_ok);

#endif
