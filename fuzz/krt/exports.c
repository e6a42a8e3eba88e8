// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Variables and functions that the inline functions of real headers rest on: tables,
 * per-cpu variables, paravirt operations, static calls, list checks.
 */
#include "held.h"

#ifndef KRT_BUNDLED
#include <linux/cpumask.h>
#include <linux/mm.h>
#include <linux/preempt.h>
#include <asm/paravirt.h>

/* --- characters: ASCII, and Latin-1 as the kernel sees it ----------------------------- */

#define R(from, to, value) [from... to] = value
const unsigned char _ctype[] = {
	R(0x00, 0x08, _C),    R(0x09, 0x0d, _C | _S),
	R(0x0e, 0x1f, _C),    [' '] = _S | _SP,
	R('!', '/', _P),      R('0', '9', _D),
	R(':', '@', _P),      R('A', 'F', _U | _X),
	R('G', 'Z', _U),      R('[', '`', _P),
	R('a', 'f', _L | _X), R('g', 'z', _L),
	R('{', '~', _P),      [0x7f] = _C,
	[0xa0] = _S | _SP,    R(0xa1, 0xbf, _P),
	R(0xc0, 0xd6, _U),    [0xd7] = _P,
	R(0xd8, 0xde, _U),    R(0xdf, 0xf6, _L),
	[0xf7] = _P,	      R(0xf8, 0xff, _L),
};

/* --- lists (CONFIG_DEBUG_LIST) -------------------------------------------------------- */

#ifdef CONFIG_DEBUG_LIST
bool __list_add_valid(struct list_head *new, struct list_head *prev, struct list_head *next)
{
	if (next->prev == prev && prev->next == next && new != prev &&new != next)
		return true;
	krt_complain(KRT_V_BUG, KRT_PC, "list_add corruption");
	return false;
}

bool __list_del_entry_valid(struct list_head *entry)
{
	if (entry->next != LIST_POISON1 && entry->prev != LIST_POISON2 &&
	    entry->prev->next == entry && entry->next->prev == entry)
		return true;
	krt_complain(KRT_V_BUG, KRT_PC, "list_del corruption");
	return false;
}
#endif

/* --- preemption and rescheduling -------------------------------------------------------- */

/* A static call goes through the symbol of its trampoline. */
void krt_nothing(void)
{
}
void __SCT__preempt_schedule(void) __attribute__((alias("krt_nothing")));
void __SCT__preempt_schedule_notrace(void) __attribute__((alias("krt_nothing")));
void preempt_schedule(void) __attribute__((alias("krt_nothing")));
void preempt_schedule_notrace(void) __attribute__((alias("krt_nothing")));

int krt_sct_resched(void) KRT_SYMBOL(__SCT__might_resched);
int krt_sct_resched(void)
{
	krt_may_sleep("might_sleep()", KRT_PC);
	return 0;
}

int krt_sct_cond_resched(void) KRT_SYMBOL(__SCT__cond_resched);
int krt_sct_cond_resched(void)
{
	krt_may_sleep("cond_resched()", KRT_PC);
	krt_clock_pass(1000);
	return 0;
}

/* --- interrupts: the operations of a paravirt guest --------------------------------------- */

#ifdef CONFIG_PARAVIRT_XXL
/* Callers expect every register but rax to survive, so that no compiler writes these. */
#define PV_FUNCTION(name, code)                                                                    \
	__attribute__((naked, used)) static void name(void)                                        \
	{                                                                                          \
		asm volatile(code "\n\tret" : : "i"(&krt.irq_off));                                \
	}
PV_FUNCTION(save_fl, "xorl %%eax, %%eax\n\tcmpl $0, %c0(%%rip)\n\tjne 1f\n\t"
		     "movl $0x200, %%eax\n1:")
PV_FUNCTION(irq_disable, "movl $1, %c0(%%rip)")
PV_FUNCTION(irq_enable, "movl $0, %c0(%%rip)")

struct paravirt_patch_template pv_ops = {
	.irq = {
		.save_fl = { save_fl },
		.irq_disable = { irq_disable },
		.irq_enable = { irq_enable },
	},
};
#endif

/* Where a return of inline assembly goes with mitigations on. */
asm(".globl __x86_return_thunk\n__x86_return_thunk:\n\tret");

/* --- one processor, no memory map --------------------------------------------------------- */

DEFINE_PER_CPU(int, cpu_number);
DEFINE_PER_CPU(unsigned long, this_cpu_off);
unsigned long __per_cpu_offset[NR_CPUS];
unsigned int nr_cpu_ids = 1;
struct cpumask __cpu_possible_mask = { .bits = { 1 } };
struct cpumask __cpu_online_mask = { .bits = { 1 } };
struct cpumask __cpu_present_mask = { .bits = { 1 } };
struct cpumask __cpu_active_mask = { .bits = { 1 } };
atomic_t __num_online_cpus = ATOMIC_INIT(1);
enum system_states system_state = SYSTEM_RUNNING;
unsigned long loops_per_jiffy = 1000000;
struct cpuinfo_x86 boot_cpu_data;
int oops_in_progress;
bool static_key_initialized = true;
unsigned long phys_base;
unsigned long page_offset_base, vmemmap_base, vmalloc_base;

void __copy_overflow(int size, unsigned long count)
{
	krt_complain(KRT_V_WARN, KRT_PC, "copy of %lu bytes with an object of %d", count, size);
}

void fortify_panic(const char *name)
{
	krt_complain(KRT_V_BUG, KRT_PC, "buffer overflow in %s()", name);
	krt_end_call();
}
#endif
