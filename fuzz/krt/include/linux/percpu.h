/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* changed: one copy for all cpus */
#ifndef KRT_LINUX_PERCPU_H
#define KRT_LINUX_PERCPU_H

#include <linux/types.h>
#include <linux/preempt.h>
#include <linux/smp.h>
#define DEFINE_PER_CPU(type, name) type name
#define DECLARE_PER_CPU(type, name) extern type name
#define DEFINE_PER_CPU_SHARED_ALIGNED(type, name) type name
#define per_cpu(var, cpu) (*({ (void)(cpu); &(var); }))
#define per_cpu_ptr(ptr, cpu) ({ (void)(cpu); (ptr); })
#define this_cpu_ptr(ptr) (ptr)
#define raw_cpu_ptr(ptr) (ptr)
#define get_cpu_var(var) (*({ preempt_disable(); &(var); }))
#define put_cpu_var(var) preempt_enable()
#define get_cpu_ptr(ptr) ({ preempt_disable(); (ptr); })
#define put_cpu_ptr(ptr) preempt_enable()
#define this_cpu_read(v) (v)
#define this_cpu_write(v, x) ((v) = (x))
#define this_cpu_add(v, x) ((v) += (x))
#define this_cpu_inc(v) ((v)++)
#define this_cpu_dec(v) ((v)--)
#define __this_cpu_read(v) (v)
#define __this_cpu_write(v, x) ((v) = (x))
extern void *__alloc_percpu(size_t size, size_t align);
extern void free_percpu(void __percpu *p);
#define alloc_percpu(type) ((type __percpu *)__alloc_percpu(sizeof(type), __alignof__(type)))
#define alloc_percpu_gfp(type, gfp) ((void)(gfp), alloc_percpu(type))

#endif
