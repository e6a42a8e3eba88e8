/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced */
#ifndef KRT_LINUX_CPUMASK_H
#define KRT_LINUX_CPUMASK_H

#include <linux/kernel.h>
#include <linux/threads.h>
#include <linux/bitmap.h>
typedef struct cpumask {
	DECLARE_BITMAP(bits, NR_CPUS);
} cpumask_t;
typedef struct cpumask cpumask_var_t[1];
extern unsigned int nr_cpu_ids;
extern const struct cpumask *cpu_online_mask;
extern const struct cpumask *cpu_possible_mask;
extern const struct cpumask *cpu_present_mask;
extern unsigned int num_online_cpus(void);
extern unsigned int num_possible_cpus(void);
extern unsigned int num_present_cpus(void);
extern bool cpu_online(unsigned int cpu);
extern bool cpu_possible(unsigned int cpu);
extern unsigned int cpumask_first(const struct cpumask *srcp);
extern unsigned int cpumask_next(int n, const struct cpumask *srcp);
extern unsigned int cpumask_any(const struct cpumask *srcp);
extern unsigned int cpumask_weight(const struct cpumask *srcp);
extern bool cpumask_empty(const struct cpumask *srcp);
extern bool cpumask_test_cpu(int cpu, const struct cpumask *mask);
extern void cpumask_set_cpu(unsigned int cpu, struct cpumask *dstp);
extern void cpumask_clear_cpu(int cpu, struct cpumask *dstp);
extern void cpumask_clear(struct cpumask *dstp);
extern void cpumask_setall(struct cpumask *dstp);
extern void cpumask_copy(struct cpumask *dstp, const struct cpumask *srcp);
extern bool cpumask_and(struct cpumask *dstp, const struct cpumask *a, const struct cpumask *b);
extern const struct cpumask *cpumask_of(unsigned int cpu);
extern ssize_t cpumap_print_to_pagebuf(bool list, char *buf, const struct cpumask *mask);
extern bool alloc_cpumask_var(cpumask_var_t *mask, gfp_t flags);
extern bool zalloc_cpumask_var(cpumask_var_t *mask, gfp_t flags);
extern void free_cpumask_var(cpumask_var_t mask);
#define cpumask_pr_args(maskp) nr_cpu_ids, (maskp)->bits
#define for_each_cpu(cpu, mask) \
	for ((cpu) = cpumask_first(mask); (unsigned int)(cpu) < nr_cpu_ids; \
	     (cpu) = cpumask_next(cpu, mask))
#define for_each_online_cpu(cpu) for_each_cpu(cpu, cpu_online_mask)
#define for_each_possible_cpu(cpu) for_each_cpu(cpu, cpu_possible_mask)
#define for_each_present_cpu(cpu) for_each_cpu(cpu, cpu_present_mask)

#endif
