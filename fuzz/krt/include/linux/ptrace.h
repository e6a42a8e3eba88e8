/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced: empty, so that it can be included */
#ifndef KRT_LINUX_PTRACE_H
#define KRT_LINUX_PTRACE_H

#include <linux/sched.h>

#endif
