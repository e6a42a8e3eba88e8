/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced */
#ifndef KRT_LINUX_PID_H
#define KRT_LINUX_PID_H

#include <linux/types.h>
struct pid;
struct task_struct;
enum pid_type {
	PIDTYPE_PID,
	PIDTYPE_TGID,
	PIDTYPE_PGID,
	PIDTYPE_SID,
};
extern struct pid *find_get_pid(int nr);
extern struct pid *get_pid(struct pid *pid);
extern void put_pid(struct pid *pid);
extern struct pid *task_pid(struct task_struct *task);
extern struct task_struct *pid_task(struct pid *pid, enum pid_type type);
extern struct task_struct *get_pid_task(struct pid *pid, enum pid_type type);
extern pid_t pid_nr(struct pid *pid);
extern pid_t pid_vnr(struct pid *pid);

#endif
