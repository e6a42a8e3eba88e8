/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced */
#ifndef KRT_LINUX_SCHED_SIGNAL_H
#define KRT_LINUX_SCHED_SIGNAL_H

#include <linux/sched.h>
#include <linux/signal.h>
extern void flush_signals(struct task_struct *t);
extern int send_sig(int sig, struct task_struct *p, int priv);
extern int allow_signal_krt(int sig);
#define allow_signal(sig) allow_signal_krt(sig)
extern int kill_pid(struct pid *pid, int sig, int priv);
/* Restarts the system call: the code of an interrupted lock in a sysfs handler. */
extern int restart_syscall(void);

#endif
