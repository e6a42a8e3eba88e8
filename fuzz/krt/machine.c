// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The machine as a driver asks for it: one processor, a gigabyte, all devices present,
 * a user with every capability (root writes sysfs files), and the names of a system.
 */
#include "internal.h"

#include <linux/capability.h>
#include <linux/clk.h>
#include <linux/cpumask.h>
#include <linux/cred.h>
#include <linux/mm.h>
#include <linux/pci.h>
#include <linux/sched.h>
#include <linux/sched/clock.h>
#include <linux/sched/signal.h>
#include <linux/utsname.h>
#ifndef KRT_BUNDLED
#include <linux/nsproxy.h>
#endif

#if KRT_SINCE(6, 1)
#define RELEASE "6.1.0-krt"
#else
#define RELEASE "5.15.0-krt"
#endif

struct uts_namespace init_uts_ns = {
	.name = {
		.sysname = "Linux",
		.nodename = "krt",
		.release = RELEASE,
		.version = "#1 SMP",
		.machine = "x86_64",
		.domainname = "(none)",
	},
};

bool capable(int cap)
{
	return true;
}

bool ns_capable(struct user_namespace *ns, int cap)
{
	return true;
}

unsigned long clk_get_rate(struct clk *clk)
{
	return 100000000;
}

bool pci_device_is_present(struct pci_dev *pdev)
{
	return true;
}

u64 sched_clock(void)
{
	return ktime_get_mono_fast_ns();
}

#ifdef KRT_BUNDLED
enum system_states system_state = SYSTEM_RUNNING;
unsigned int nr_cpu_ids = 1;
int oops_in_progress;

u64 local_clock(void)
{
	return ktime_get_mono_fast_ns();
}

unsigned int num_online_cpus(void)
{
	return 1;
}

unsigned int num_possible_cpus(void)
{
	return 1;
}

int restart_syscall(void)
{
	return -ERESTARTNOINTR;
}

unsigned long totalram_pages(void)
{
	return 1ul << 18;
}

struct new_utsname *utsname(void)
{
	return &init_uts_ns.name;
}

bool pci_is_pcie(struct pci_dev *pdev)
{
	return true;
}

char *__get_task_comm(char *to, size_t len, struct task_struct *t)
{
	(strscpy)(to, t->comm, len);
	return to;
}

pid_t task_pid_vnr(struct task_struct *t)
{
	return t->pid;
}
#else
u64 sched_clock_cpu(int cpu)
{
	return ktime_get_mono_fast_ns();
}

u64 local_clock_krt(void) KRT_SYMBOL(local_clock);
u64 local_clock_krt(void)
{
	return ktime_get_mono_fast_ns();
}

atomic_long_t _totalram_pages = ATOMIC_LONG_INIT(1l << 18);

char *__get_task_comm(char *to, size_t len, struct task_struct *t)
{
	strscpy(to, t->comm, len);
	return to;
}

pid_t __task_pid_nr_ns(struct task_struct *t, enum pid_type type, struct pid_namespace *ns)
{
	return t->pid;
}
#endif

/* Whoever writes is root. */
void krt_machine_boot(void)
{
	struct task_struct *t = current;

	t->cred = krt_own_alloc(sizeof(*t->cred));
#ifndef KRT_BUNDLED
	t->nsproxy = krt_own_alloc(sizeof(*t->nsproxy));
	t->nsproxy->uts_ns = &init_uts_ns;
#endif
}
