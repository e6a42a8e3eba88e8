/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced: the task as drivers see it, sleeping, priorities */
#ifndef KRT_LINUX_SCHED_H
#define KRT_LINUX_SCHED_H

#include <linux/types.h>
#include <linux/list.h>
#include <linux/errno.h>
#include <linux/limits.h>
#include <linux/kernel.h>
#include <linux/preempt.h>
#include <linux/cpumask.h>
#include <linux/pid.h>
#include <linux/uidgid.h>
#include <asm/current.h>
#define TASK_COMM_LEN 16
#define TASK_RUNNING 0x00000000
#define TASK_INTERRUPTIBLE 0x00000001
#define TASK_UNINTERRUPTIBLE 0x00000002
#define TASK_KILLABLE 0x00000102
#define TASK_NORMAL (TASK_INTERRUPTIBLE | TASK_UNINTERRUPTIBLE)
#define MAX_SCHEDULE_TIMEOUT LONG_MAX
#define PF_KTHREAD 0x00200000
#define PF_EXITING 0x00000004
struct mm_struct;
struct cred;
struct files_struct;
struct signal_struct;
struct nsproxy;
struct task_struct {
	unsigned int __state;
	unsigned int flags;
	int prio;
	pid_t pid;
	pid_t tgid;
	struct mm_struct *mm;
	struct mm_struct *active_mm;
	struct task_struct *real_parent;
	struct task_struct *parent;
	struct task_struct *group_leader;
	const struct cred *cred;
	char comm[TASK_COMM_LEN];
	struct nsproxy *nsproxy;
	struct signal_struct *signal;
};
extern long schedule_timeout(long timeout);
extern long schedule_timeout_interruptible(long timeout);
extern long schedule_timeout_uninterruptible(long timeout);
extern long schedule_timeout_killable(long timeout);
extern void schedule(void);
extern void yield(void);
extern void cond_resched_krt(void);
#define cond_resched() ({ cond_resched_krt(); 0; })
#define need_resched() (0)
extern int wake_up_process(struct task_struct *tsk);
extern void krt_set_current_state(unsigned int state);
#define set_current_state(state) krt_set_current_state(state)
#define __set_current_state(state) krt_set_current_state(state)
extern int signal_pending(struct task_struct *p);
extern int fatal_signal_pending(struct task_struct *p);
extern void set_user_nice(struct task_struct *p, long nice);
extern char *__get_task_comm(char *to, size_t len, struct task_struct *tsk);
#define get_task_comm(buf, tsk) __get_task_comm(buf, sizeof(buf), tsk)
static inline pid_t task_pid_nr(struct task_struct *tsk)
{
	return tsk->pid;
}
static inline pid_t task_tgid_nr(struct task_struct *tsk)
{
	return tsk->tgid;
}
extern pid_t task_pid_vnr(struct task_struct *tsk);
extern struct task_struct *get_task_struct(struct task_struct *t);
extern void put_task_struct(struct task_struct *t);
extern void sched_set_fifo(struct task_struct *p);
extern void sched_set_normal(struct task_struct *p, int nice);
extern int set_cpus_allowed_ptr(struct task_struct *p, const struct cpumask *new_mask);

#endif
