/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced */
#ifndef KRT_LINUX_SIGNAL_H
#define KRT_LINUX_SIGNAL_H

#include <linux/types.h>
#define SIGHUP 1
#define SIGINT 2
#define SIGQUIT 3
#define SIGKILL 9
#define SIGUSR1 10
#define SIGTERM 15
#define SIGIO 29
#define POLL_IN 1
#define POLL_OUT 2
typedef struct {
	unsigned long sig[1];
} sigset_t;

#endif
