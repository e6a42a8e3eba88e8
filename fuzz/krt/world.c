// SPDX-License-Identifier: MIT OR GPL-2.0-only
/* The one variable, krt's own memory, violations, stubs and notes. */
#include "internal.h"

struct krt_world krt = { .fill = KRT_FILL, .seed = KRT_SEED };

void *krt_own_alloc(unsigned long size)
{
	void *block = host_alloc(size ? size : 1);

	if (!block)
		host_abort("krt: out of memory");
	memset(block, 0, size ? size : 1);
	return block;
}

void krt_own_free(void *block)
{
	host_free(block);
}

char *krt_own_vprintf(const char *fmt, va_list args)
{
	va_list again;
	char *text;
	int len;

	va_copy(again, args);
	len = krt_vformat(NULL, 0, fmt, again);
	va_end(again);
	text = krt_own_alloc(len + 1);
	krt_vformat(text, len + 1, fmt, args);
	return text;
}

char *krt_own_printf(const char *fmt, ...)
{
	va_list args;
	char *text;

	va_start(args, fmt);
	text = krt_own_vprintf(fmt, args);
	va_end(args);
	return text;
}

void krt_vec_add(struct krt_vec *vec, void *item)
{
	if (vec->n == vec->room) {
		unsigned room = vec->room ? 2 * vec->room : 16;
		void **v = krt_own_alloc(room * sizeof(*v));

		if (vec->n)
			memcpy(v, vec->v, vec->n * sizeof(*v));
		if (vec->v)
			krt_own_free(vec->v);
		vec->v = v;
		vec->room = room;
	}
	vec->v[vec->n++] = item;
}

void krt_vec_remove(struct krt_vec *vec, const void *item)
{
	unsigned i;

	for (i = 0; i < vec->n; i++) {
		if (vec->v[i] != item)
			continue;
		memmove(&vec->v[i], &vec->v[i + 1], (vec->n - i - 1) * sizeof(*vec->v));
		vec->n--;
		return;
	}
}

/* --- violations ---------------------------------------------------------------- */

static const char *const violation_names[KRT_V_KINDS] = {
	[KRT_V_UNLOCK] = "unlock of a lock not held",
	[KRT_V_RECURSION] = "taking a lock that is held",
	[KRT_V_SLEEP] = "sleeping call while atomic",
	[KRT_V_CONTEXT] = "context left without being entered",
	[KRT_V_WARN] = "WARN",
	[KRT_V_BUG] = "BUG",
	[KRT_V_DOUBLE_FREE] = "double free",
	[KRT_V_BAD_FREE] = "free of what is no block",
	[KRT_V_REFCOUNT] = "reference count broken",
	[KRT_V_FORMAT] = "user bytes as format",
	[KRT_V_API] = "misuse of an interface",
	[KRT_V_DEADLOCK] = "waits for ever",
};

void krt_complain(enum krt_violation_kind kind, const void *pc, const char *fmt, ...)
{
	struct krt_violation_entry *e;
	va_list args;

	krt.violations_ever++;
	if (krt.nviolations == KRT_VIOLATIONS)
		return;
	e = &krt.violations[krt.nviolations++];
	va_start(args, fmt);
	krt_vformat(e->detail, sizeof(e->detail), fmt, args);
	va_end(args);
	e->v = (struct krt_violation){
		.kind = kind,
		.what = violation_names[kind],
		.detail = e->detail,
		.pc = pc,
	};
}

unsigned krt_violation_count(void)
{
	return krt.nviolations;
}

const struct krt_violation *krt_violation_get(unsigned index)
{
	return index < krt.nviolations ? &krt.violations[index].v : NULL;
}

void krt_violation_clear(void)
{
	krt.nviolations = 0;
}

void krt_end_call(void)
{
	if (!krt.guarded)
		host_abort("krt: BUG() outside of a call\n");
	host_leave(1);
}

/* --- stubs and notes --------------------------------------------------------------- */

void krt_stub_called(const char *name)
{
	unsigned i;

	krt.stub_calls++;
	for (i = 0; i < krt.nstubs; i++) {
		if (krt.stubs[i].name == name || strcmp(krt.stubs[i].name, name) == 0) {
			krt.stubs[i].calls++;
			return;
		}
	}
	if (krt.nstubs < KRT_STUBS)
		krt.stubs[krt.nstubs++] = (struct krt_stub){ name, 1 };
}

unsigned krt_stub_count(void)
{
	return krt.nstubs;
}

const char *krt_stub_get(unsigned index, unsigned long *calls)
{
	if (index >= krt.nstubs)
		return NULL;
	*calls = krt.stubs[index].calls;
	return krt.stubs[index].name;
}

void krt_note(const char *fmt, ...)
{
	va_list args;

	if (krt.nnotes == KRT_NOTES)
		return;
	va_start(args, fmt);
	krt_vformat(krt.notes[krt.nnotes++], KRT_DETAIL, fmt, args);
	va_end(args);
}

const char *krt_load_note(unsigned index)
{
	return index < krt.nnotes ? krt.notes[index] : NULL;
}

/* Before and after every call. */
__attribute__((no_sanitize("address"))) void krt_ledger_read(struct krt_ledger *ledger)
{
	ledger->live_allocs = krt.live_allocs;
	ledger->live_bytes = krt.live_bytes;
	ledger->refs = krt.refs;
	ledger->locks_held = krt.nheld;
	ledger->irq_off = krt.irq_off;
	ledger->preempt_off = krt_preempt_depth() + krt.softirq;
	ledger->rcu_depth = krt.rcu;
	ledger->log_seq = krt.log_seq;
	ledger->violations = krt.violations_ever;
	ledger->stub_calls = krt.stub_calls;
	ledger->work_queued = krt.pending.n;
	ledger->tree_version = krt.tree_version;
}
