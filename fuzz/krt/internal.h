/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/*
 * What the files of krt share. Kernel side: includes the kernel's headers, real
 * or bundled, and must compile against both.
 *
 * KRT_BUNDLED is set with the bundled headers, where many functions that the
 * kernel inlines are plain prototypes; krt defines those within #ifdef.
 */
#ifndef KRT_INTERNAL_H
#define KRT_INTERNAL_H

#ifndef __NO_FORTIFY
#define __NO_FORTIFY 1
#endif

#include <linux/kernel.h>
#include <linux/version.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/ctype.h>
#include <linux/list.h>
#include <linux/device.h>
#include <linux/err.h>

#include "krt.h"
#include "host.h"

#ifdef KRT_KRT_ERA_H
#define KRT_BUNDLED 1
#else
#define KRT_SINCE(a, b) (LINUX_VERSION_CODE >= KERNEL_VERSION(a, b, 0))
#if KRT_SINCE(6, 1)
#define KRT_MDEV_ERA 4
#elif KRT_SINCE(5, 19)
#define KRT_MDEV_ERA 3
#elif KRT_SINCE(5, 13)
#define KRT_MDEV_ERA 2
#else
#define KRT_MDEV_ERA 1
#endif
#endif

/*
 * Defines the kernel's symbol under another C name, where the constness of its
 * parameters differs between versions (and backports): the ABI is the same.
 */
#define KRT_SYMBOL(name) __asm__(#name)

/* Where the driver called the krt function that asks. */
#define KRT_PC ((const void *)__builtin_return_address(0))

#define KRT_VIOLATIONS 64
#define KRT_DETAIL     240
#define KRT_LOG_LINES  256
#define KRT_LOG_BYTES  1024
#define KRT_LOCKS      64
#define KRT_STUBS      256
#define KRT_NOTES      32
#define KRT_BUCKETS    4096
#define KRT_FREED      512
#define KRT_SEED       1    /* the usual seed */
#define KRT_FILL       0xa5 /* the usual filling */

/* A block of an allocator; see slab.c. */
struct krt_mem {
	struct krt_block pub;
	struct krt_mem *chain;	     /* of the bucket */
	struct krt_mem *prev, *next; /* all live blocks, oldest first */
	unsigned char *saved;	     /* contents at krt_state_save(), or NULL */
	const void *cache;	     /* the kmem_cache that it came from */
};

struct krt_log_entry {
	struct krt_log_line line;
	char text[KRT_LOG_BYTES];
};

struct krt_violation_entry {
	struct krt_violation v;
	char detail[KRT_DETAIL];
};

struct krt_stub {
	const char *name;
	unsigned long calls;
};

/* A growing array of pointers. */
struct krt_vec {
	void **v;
	unsigned n, room;
};

/*
 * All that krt remembers: its only variable, so that loading anew is one
 * assignment away and nobody hides state elsewhere.
 */
struct krt_world {
	int booted, loaded;

	/* slab.c */
	struct krt_mem *buckets[KRT_BUCKETS];
	struct krt_mem *oldest, *newest;
	struct krt_mem *spare;
	const void *freed[KRT_FREED]; /* ring of what was freed last */
	unsigned long freed_at;
	unsigned long alloc_seq, live_allocs, live_bytes;
	unsigned long fail_in, fail_count, failed;
	int fill;
	int scribble; /* calls before which the whole stack is filled; < 0: all */

	/* lock.c */
	struct krt_held_lock held[KRT_LOCKS];
	unsigned nheld, nspin; /* nspin: those that forbid sleeping */
	int irq_off, preempt, softirq, rcu;
	int signal;

	/* log.c, violation.c */
	struct krt_log_entry log[KRT_LOG_LINES];
	unsigned long log_seq;
	int limited; /* the next message stands behind a rate limit */
	struct krt_violation_entry violations[KRT_VIOLATIONS];
	unsigned nviolations;
	unsigned long violations_ever;
	struct krt_stub stubs[KRT_STUBS];
	unsigned nstubs;
	unsigned long stub_calls;
	char notes[KRT_NOTES][KRT_DETAIL];
	unsigned nnotes;
	char warning[KRT_DETAIL]; /* what WARN() of real headers said before it traps */

	/* The string of the store that runs. */
	const char *user;
	unsigned long user_len;

	/* counts of gets minus puts */
	long refs;

	/* sysfs.c, device.c, bus.c */
	struct krt_vec nodes; /* struct krt_node */
	unsigned long tree_version;
	struct krt_vec devices;	 /* struct device, those added */
	struct krt_vec buses;	 /* struct krt_bus */
	struct krt_vec classes;	 /* struct krt_class */
	struct krt_vec drivers;	 /* struct krt_driver */
	struct krt_vec parents;	 /* struct krt_parent: of mdevs */
	struct krt_vec fakes;	 /* struct device: those that load made up */
	struct krt_vec hidden;	 /* driver data put away: struct krt_hidden */
	struct krt_vec mappings; /* io.c: struct mapping */
	struct task_struct *task;
	struct class *misc_class, *hwmon_class, *led_class;
	unsigned next_id;

	/* variety.c */
	unsigned machine; /* 0: the usual one */
	unsigned varies;  /* VARIES_...: what was asked for, of what differs between machines */

	/* time.c, sched.c */
	unsigned long seed;
	u64 random, now;
	struct krt_vec pending; /* struct krt_pending: work and timers */

	/* state.c */
	unsigned char *image; /* .data and .bss before the first load */
	unsigned char *saved; /* and at krt_state_save() */
	unsigned long saved_seq;

	int guarded; /* inside host_call(): BUG() may leave */
};
extern struct krt_world krt;

/* --- what differs between machines: variety.c ---- */
enum { VARIES_REVISION = 1, VARIES_REGISTERS = 2 };
u32 krt_machine_number(u32 usual);
u8 krt_machine_byte(u8 usual);
void krt_set_parameters(void *none); /* for host_call() */
void krt_refill_mappings(void);	     /* io.c: they hold what the machine has */

/* --- memory of krt's own, never counted; zeroed ---- */
void *krt_own_alloc(unsigned long size);
void krt_own_free(void *block);
char *krt_own_vprintf(const char *fmt, va_list args);
__attribute__((format(printf, 1, 2))) char *krt_own_printf(const char *fmt, ...);

void krt_vec_add(struct krt_vec *vec, void *item);
void krt_vec_remove(struct krt_vec *vec, const void *item); /* order is kept */
#define krt_vec_for(vec, i, item)                                                                  \
	for (i = 0; i < (vec)->n && ((item) = (void *)(vec)->v[i], 1); i++)

/* --- complaints ---- */
__attribute__((format(printf, 3, 4))) void krt_complain(enum krt_violation_kind kind,
							const void *pc, const char *fmt, ...);
/* Ends the call of show or store (or load) that runs; does not return. */
void krt_end_call(void) __attribute__((noreturn));
__attribute__((format(printf, 1, 2))) void krt_note(const char *fmt, ...);

/* --- memory of the driver's ---- */
/* 1 if this is the allocation that was asked to fail: for what the core allocates. */
int krt_must_fail(const void *pc);
void *krt_alloc(size_t size, gfp_t flags, const void *pc);
void krt_free(const void *block, const void *pc);
struct krt_mem *krt_mem_find(const void *start); /* the live block that starts there */

/* --- contexts ---- */
int krt_preempt_depth(void); /* spinlocks not counted */
int krt_is_atomic(void);
/* Complains when the context forbids sleeping. */
void krt_may_sleep(const char *what, const void *pc);

/* --- time ---- */
void krt_clock_pass(u64 ns);
/* Runs what waits (work, timers); 0 if nothing did. */
int krt_run_some(void);
void krt_forget_pending(void);

/* --- formats ---- */
int krt_vformat(char *buf, size_t size, const char *fmt, va_list args);
/* 1 if user bytes serve as format; only asked while a store runs. */
int krt_format_is_user(const char *fmt);
int krt_is_constant(const void *p);
const char *krt_errname(long errno_value); /* "EINVAL"; NULL if it has no name */
/* 1 if the first n bytes of `what` stand somewhere in s. */
int krt_contains(const char *s, const char *what, size_t n);
#define KRT_NO_DEVICE ((const struct device *)1)
void krt_log(int level, const struct device *dev, const char *fmt, va_list args, const void *pc);

/* --- numbers ---- */
/* As simple_strtoull() on at most max characters; *end behind the last one used. */
unsigned long long krt_scan_number(const char *s, size_t max, unsigned int base, const char **end);

/* --- what the engine learns from; absent without a fuzzer ---- */
extern void __sanitizer_weak_hook_memcmp(const void *pc, const void *a, const void *b, size_t n,
					 int result) __attribute__((weak));
extern void __sanitizer_weak_hook_strcmp(const void *pc, const char *a, const char *b, int result)
	__attribute__((weak));

static inline void krt_hook_memcmp(const void *pc, const void *a, const void *b, size_t n)
{
	if (__sanitizer_weak_hook_memcmp && n)
		__sanitizer_weak_hook_memcmp(pc, a, b, n, 1);
}

static inline void krt_hook_strcmp(const void *pc, const char *a, const char *b)
{
	if (__sanitizer_weak_hook_strcmp)
		__sanitizer_weak_hook_strcmp(pc, a, b, 1);
}

/* --- the tree ---- */
void krt_sysfs_remove_dir(struct kobject *kobj); /* its files are gone */
void krt_tree_settle(void);			 /* fills what is known only after probing */

/* --- drivers and devices ---- */
struct krt_bus *krt_bus_of(const struct bus_type *bus); /* registered on demand */
int krt_bind(struct device *dev, struct device_driver *drv);
void krt_unbind(struct device *dev);
void krt_attach_device(struct device *dev); /* finds it a driver */

/* --- parts that krt_load() and krt_unload() run, one per file ---- */
void krt_image_reset(void);
void krt_traps_boot(void);
void krt_core_boot(void);
void krt_platform_boot(void);
void krt_pci_boot(void);
void krt_mdev_boot(void);
void krt_i2c_boot(void);
void krt_machine_boot(void);
void krt_misc_boot(void);
void krt_classdev_boot(void);
void krt_i2c_fake(void);
void krt_platform_fake(void);
void krt_pci_fake(void);
int krt_is_fake(const struct device *dev); /* a device that krt_load() made up */
void krt_mdev_create_all(void);

#endif
