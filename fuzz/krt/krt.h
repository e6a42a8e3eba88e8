/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/*
 * What the user-space kernel runtime (krt) offers to a harness.
 *
 * Neutral ground: the kernel side (fuzz/krt, compiled like a driver) defines
 * these functions, the host side (fuzz/, plain libc) calls them, so that only
 * builtin types stand here. Everything runs in one thread.
 *
 *	krt_boot();			once per process
 *	if (krt_load()) ...		module_init, devices probed, mdev types made
 *	for each krt_attr_get(i): krt_show(), krt_store()
 *	krt_unload();			everything removed, module_exit
 *
 * A process may load and unload several times. Nothing is printed: what the
 * driver logs, violates or calls without a model is kept in rings to be read.
 *
 * How to build and link: fuzz/krt/README.md.
 */
#ifndef KRT_KRT_H
#define KRT_KRT_H

#define KRT_PAGE_SIZE 4096

/* --- Life of the module ------------------------------------------------- */

/* Sets the world up; idempotent. Returns 0 or a negative errno. */
int krt_boot(void);

/*
 * Runs the driver's module_init, then does what user space and the buses would:
 * probes each registered driver that has no device yet with a fake device from
 * its id table, and creates one mdev device of each type that has appeared.
 * Returns 0, the negative errno of module_init, or -19 (ENODEV) if the module
 * has no module_init at all and registered nothing. A failed probe does not
 * fail the load; krt_load_note() tells of it.
 */
int krt_load(void);

/*
 * A fixture is one more kernel-side file, linked with the driver, that brings
 * the world into the state which the driver needs. It may define any of
 *
 *	void krt_fixture_init(void);	before module_init: e.g. devices, firmware
 *	void krt_fixture_ready(void);	when everything is probed: e.g. opens a device
 *	void krt_fixture_exit(void);	before devices are removed
 *
 * What it allocates and defines counts as the driver's.
 */

/* Removes devices, runs module_exit and forgets the tree. */
void krt_unload(void);

/*
 * One line per remarkable thing of the last load ("probe of 0000:00:01.0 by
 * korund: -12"); NULL past the last. Valid until the next load.
 */
const char *krt_load_note(unsigned index);

/* --- The tree that the driver registered --------------------------------- */

/*
 * A file in sysfs. Stays valid, with the same index, until krt_unload(); a file
 * that the driver removed meanwhile has `gone` set, and its calls return -ENODEV.
 */
struct krt_attr {
	const char *path;    /* from /sys: "devices/pci0000:00/.../migration_version" */
	const char *name;    /* of the file */
	const char *kind;    /* id in rules/attributes.yaml: mdev-type, device, driver, class,
			      * bus, kobject; "other" has sysfs_ops of the driver's own */
	const char *node;    /* where it stands: "type", "device" (an mdev), "parent" (of
			      * mdevs), or "other" */
	unsigned short mode; /* permission bits as registered, after is_visible() */
	int has_show;	     /* a handler is there, whatever the mode says */
	int has_store;
	int gone;
	const void *show_fn;  /* the driver's handlers, to find names; NULL: none, or not */
	const void *store_fn; /* known (kind "other") */
	void *kobj;	      /* kernel side only */
	const void *attr;     /* kernel side only: struct attribute */
	const void *ops;      /* kernel side only: struct sysfs_ops */
};

unsigned krt_attr_count(void);
const struct krt_attr *krt_attr_get(unsigned index); /* NULL past the end */

/*
 * What sysfs calls. `page` is a page-aligned buffer of KRT_PAGE_SIZE bytes that
 * the caller has zeroed; `buf` has count + 1 bytes, buf[count] is NUL, count is
 * 1..KRT_PAGE_SIZE. Returns what the handler returned; -5 (EIO) if there is
 * none; KRT_ABORTED if the call did not come back (BUG(), panic()). The contexts
 * (locks, irq, preemption, RCU) are as the handler left them: read the ledger,
 * then krt_context_reset().
 */
#define KRT_ABORTED (-1000000L)
long krt_show(const struct krt_attr *attr, char *page);
long krt_store(const struct krt_attr *attr, const char *buf, unsigned long count);

/* --- What a call left behind --------------------------------------------- */

struct krt_ledger {
	unsigned long live_allocs; /* blocks of the driver that are not freed */
	unsigned long live_bytes;
	long refs;	      /* gets minus puts: devices, kobjects, modules, krefs,
			       * refcounts, pm_runtime, of nodes, firmware */
	unsigned locks_held;  /* of every kind, rcu not among them */
	unsigned irq_off;     /* depth */
	unsigned preempt_off; /* depth, spinlocks not among them */
	unsigned rcu_depth;
	unsigned long log_seq;	    /* messages since boot */
	unsigned long violations;   /* since boot */
	unsigned long stub_calls;   /* since boot */
	unsigned long work_queued;  /* work items and timers that wait */
	unsigned long tree_version; /* changes whenever files come or go */
};

void krt_ledger_read(struct krt_ledger *ledger);

/* Forgets held locks and context depths, e.g. after an unbalanced call. */
void krt_context_reset(void);

/* "mutex &gpu->lock taken at PC", the i-th held lock; NULL past the last. */
struct krt_held_lock {
	const void *lock;
	const char *kind; /* "mutex", "spinlock", "rwsem for reading", ... */
	const void *pc;	  /* in the driver, after the call that took it */
};
const struct krt_held_lock *krt_held_lock(unsigned index);

/*
 * The live blocks of the driver in order of allocation. `seq` numbers
 * allocations since boot, so those of a call are the ones past the number
 * before it.
 */
struct krt_block {
	const void *start;
	unsigned long size;
	unsigned long seq;
	const void *pc; /* of the driver's call */
	int managed;	/* devm_*: freed with the device, no leak */
};
unsigned long krt_alloc_seq(void);
/* The first live block with a number > seq; NULL if there is none. */
const struct krt_block *krt_block_after(unsigned long seq);

/* --- Violations of the kernel's rules -------------------------------------- */

enum krt_violation_kind {
	KRT_V_UNLOCK,	 /* unlock of a lock that is not held */
	KRT_V_RECURSION, /* taking a lock that this thread holds: a deadlock */
	KRT_V_SLEEP,	 /* a sleeping call while atomic */
	KRT_V_CONTEXT,	 /* rcu_read_unlock(), irq or preempt enable without its other half */
	KRT_V_WARN,	 /* WARN() and kin, or a warning of the core's own */
	KRT_V_BUG,	 /* BUG(), panic(): the call was ended */
	KRT_V_DOUBLE_FREE,
	KRT_V_BAD_FREE, /* kfree() of what no allocator returned */
	KRT_V_REFCOUNT, /* underflow, use after zero, saturation */
	KRT_V_FORMAT,	/* user bytes used as a format */
	KRT_V_API,	/* misuse of an interface: sysfs_emit() on a private buffer, ... */
	KRT_V_DEADLOCK, /* waits for what nobody can deliver; the call was ended */
	KRT_V_KINDS
};

struct krt_violation {
	enum krt_violation_kind kind;
	const char *what;   /* the kind in words, constant */
	const char *detail; /* NUL-terminated, bytes may be anything; valid until cleared */
	const void *pc;	    /* in the driver, after the call; NULL if not known */
};

/* The ring keeps the first 64 since the last clear. */
unsigned krt_violation_count(void);
const struct krt_violation *krt_violation_get(unsigned index);
void krt_violation_clear(void);

/* --- The log ------------------------------------------------------------------ */

struct krt_log_line {
	unsigned long seq;
	int level;	  /* 0..7; 4 when none was given */
	const char *text; /* NUL-terminated after len bytes; may hold any byte */
	unsigned len;
	int format_is_user; /* the format held bytes of the string being stored */
	int raw_user;	    /* bytes of it stand there unescaped (%s, %c, %.*s) */
	int limited;	    /* behind a rate limit or a ..._once() */
	const void *pc;
};

/* Messages since boot; the ring keeps the last 256. */
unsigned long krt_log_seq(void);
/* NULL if it was never written or is overwritten. */
const struct krt_log_line *krt_log_line(unsigned long seq);

/* --- Stubs ---------------------------------------------------------------------- */

/* Called by a generated stub of a function that nobody models. */
void krt_stub_called(const char *name);
unsigned krt_stub_count(void); /* different ones that were called */
const char *krt_stub_get(unsigned index, unsigned long *calls);

/* --- Turning the world's knobs ---------------------------------------------------- */

/* The k-th allocation from now (1: the next) fails, once; 0: none does. */
void krt_fail_alloc(unsigned long k);
/* Allocations since the last krt_fail_alloc(); failed ones are counted. */
unsigned long krt_alloc_count(void);
/* How many allocations were made to fail since boot. */
unsigned long krt_failed_allocs(void);

/* Clock, random numbers and ids start over, as functions of the seed only. */
void krt_world_seed(unsigned long seed);

/* The byte that fills memory which kmalloc() gives out uninitialised, and the stack
 * below krt_show() and krt_store(). Default 0xa5, with which the stack stays. */
void krt_fill_pattern(int byte);

/* 1: driver data of every device is NULL, as before probe or after remove (but
 * where the core had it before the files: device_create(), misc devices); 0: put back. */
void krt_drvdata_null(int on);

/*
 * Another machine from the next load on, if number is not 0: other values of the
 * module's parameters, other PCI revisions and subsystems, other contents of
 * registers. How many there are is known after a load; 1 if the driver asks for
 * nothing that varies. The text says what the current one (not 0) is like.
 */
void krt_machine(unsigned number);
unsigned krt_machine_count(void);
const char *krt_machine_text(void);

/* 1: a signal is pending: interruptible waits and locks fail with -EINTR. */
void krt_signal_pending(int on);

/* Runs work items and timers that wait, at most `limit`; returns how many ran. */
unsigned krt_run_pending(unsigned limit);

/* --- The driver's state -------------------------------------------------------------- */

/*
 * A hash of the driver's .data and .bss (between the objects bounds_begin and
 * bounds_end, see README.md), its live heap blocks and its drvdata pointers.
 * Locks and rate limits never change in krt, so that they cannot matter.
 */
unsigned long long krt_state_hash(void);

/* Bytes that the hash covers. */
unsigned long krt_state_size(void);

/*
 * krt_state_save() keeps a copy of the state; krt_state_changed() finds the
 * next place, from *cursor on (start with 0), that differs from it. Returns 1
 * and fills `change`, or 0. Blocks that came or went are no change by
 * themselves: see the ledger.
 */
struct krt_change {
	const void *address;
	unsigned size; /* 1..8 bytes, aligned */
	unsigned long long before, after;
	const struct krt_block *block; /* NULL: a variable of the driver */
	int counter;		       /* it only went up by 1..16: looks like statistics */
};
void krt_state_save(void);
int krt_state_changed(unsigned long *cursor, struct krt_change *change);

/* The next aligned word of the state, from *cursor on (start with 0), that holds
 * an address in [low, high): where it stands, or NULL. */
const void *krt_state_find_pointer(unsigned long *cursor, const void *low, const void *high);

#endif
