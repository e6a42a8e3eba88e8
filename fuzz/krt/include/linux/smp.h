/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced */
#ifndef KRT_LINUX_SMP_H
#define KRT_LINUX_SMP_H

#include <linux/errno.h>
#include <linux/types.h>
#include <linux/cpumask.h>
extern int raw_smp_processor_id(void);
#define smp_processor_id() raw_smp_processor_id()
extern int get_cpu(void);
extern void put_cpu(void);
typedef void (*smp_call_func_t)(void *info);
extern int smp_call_function_single(int cpu, smp_call_func_t func, void *info, int wait);
extern void smp_call_function(smp_call_func_t func, void *info, int wait);
extern void on_each_cpu(smp_call_func_t func, void *info, int wait);

#endif
