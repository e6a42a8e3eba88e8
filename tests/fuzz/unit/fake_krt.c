// SPDX-License-Identifier: MIT
#include "fake_krt.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fuzz/fuzz.h"
#include "fuzz/krt/host.h"

#define MAX_BLOCKS 64
#define MAX_LINES  256

struct block {
	struct krt_block b;
	bool is_live;
};

static struct {
	unsigned n;
	struct krt_attr attr[4];
	struct fake_node node[4];
	struct krt_ledger ledger;
	struct fake_state state, saved;
	unsigned n_violations;
	struct krt_violation violation[8];
	struct krt_log_line line[MAX_LINES];
	char text[MAX_LINES][2048];
	struct block block[MAX_BLOCKS];
	unsigned long seq, fail_at, allocs, seed;
	unsigned fill;
	bool no_data, signalled, inside;
	unsigned long stubs;
	unsigned machines, machine;
	jmp_buf out;
} fake;

void fake_reset(void)
{
	for (unsigned i = 0; i < MAX_BLOCKS; i++)
		if (fake.block[i].is_live)
			free((void *)fake.block[i].b.start);
	memset(&fake, 0, sizeof(fake));
	memset(&fuzz_world, 0, sizeof(fuzz_world));
}

void fake_add(const struct fake_node *node)
{
	static const char *const paths[] = { "devices/a/one", "devices/b/two", "devices/c/three",
					     "devices/d/four" };
	struct krt_attr *a = &fake.attr[fake.n];

	fake.node[fake.n] = *node;
	*a = (struct krt_attr){ .path = paths[fake.n],
				.name = node->name ? node->name : "migration_version",
				.kind = "device",
				.node = node->node ? node->node : "other",
				.mode = (unsigned short)(node->mode ? node->mode : 0644),
				.has_show = node->show != NULL,
				.has_store = node->store != NULL,
				.show_fn = (const void *)(size_t)node->show,
				.store_fn = (const void *)(size_t)node->store };
	fake.n++;
}

/* ---- for handlers ---- */

struct fake_state *fake_state(void)
{
	return &fake.state;
}

void fake_log_bytes(const char *bytes, size_t n, bool format_is_user, bool raw)
{
	unsigned long seq = fake.ledger.log_seq++;
	char *text = fake.text[seq % MAX_LINES];

	n = n < sizeof(fake.text[0]) - 1 ? n : sizeof(fake.text[0]) - 1;
	memcpy(text, bytes, n);
	text[n] = '\0';
	fake.line[seq % MAX_LINES] = (struct krt_log_line){ .seq = seq,
							    .text = text,
							    .len = (unsigned)n,
							    .format_is_user = format_is_user,
							    .raw_user = raw };
}

void fake_log(const char *text)
{
	fake_log_bytes(text, strlen(text), false, false);
}

void fake_lock(int change)
{
	fake.ledger.locks_held += (unsigned)change;
}

void fake_refs(long change)
{
	fake.ledger.refs += change;
}

void fake_violation(enum krt_violation_kind kind)
{
	fake.violation[fake.n_violations++ % 8] =
		(struct krt_violation){ kind, "planted", "", NULL };
	fake.ledger.violations++;
}

void *fake_alloc(size_t size)
{
	fake.allocs++;
	if (fake.fail_at && fake.allocs == fake.fail_at)
		return NULL;
	for (unsigned i = 0; i < MAX_BLOCKS; i++) {
		struct block *b = &fake.block[i];

		if (b->is_live)
			continue;
		*b = (struct block){ { calloc(1, size), size, ++fake.seq, NULL, 0 }, true };
		fake.ledger.live_allocs++;
		return (void *)b->b.start;
	}
	return NULL;
}

void fake_free(void *p)
{
	for (unsigned i = 0; i < MAX_BLOCKS; i++)
		if (fake.block[i].is_live && fake.block[i].b.start == p) {
			fake.block[i].is_live = false;
			fake.ledger.live_allocs--;
			free(p);
		}
}

unsigned fake_fill(void)
{
	return fake.fill;
}

unsigned long fake_seed(void)
{
	return fake.seed;
}

bool fake_has_data(void)
{
	return !fake.no_data;
}

bool fake_is_signalled(void)
{
	return fake.signalled;
}

void fake_stub(void)
{
	fake.ledger.stub_calls++;
}

/* ---- krt.h ---- */

int krt_boot(void)
{
	return 0;
}

int krt_load(void)
{
	return 0;
}

void krt_unload(void)
{
}

const char *krt_load_note(unsigned index)
{
	(void)index;
	return NULL;
}

unsigned krt_attr_count(void)
{
	return fake.n;
}

const struct krt_attr *krt_attr_get(unsigned index)
{
	return index < fake.n ? &fake.attr[index] : NULL;
}

long krt_show(const struct krt_attr *attr, char *page)
{
	if (setjmp(fake.out))
		return KRT_ABORTED;
	return fake.node[attr - fake.attr].show(page);
}

long krt_store(const struct krt_attr *attr, const char *buf, unsigned long count)
{
	if (setjmp(fake.out))
		return KRT_ABORTED;
	return fake.node[attr - fake.attr].store(buf, count);
}

int host_emulate(void *context)
{
	(void)context;
	return 0;
}

void host_leave(int why)
{
	longjmp(fake.out, why);
}

void krt_ledger_read(struct krt_ledger *ledger)
{
	*ledger = fake.ledger;
}

void krt_context_reset(void)
{
	fake.ledger.locks_held = fake.ledger.irq_off = fake.ledger.preempt_off =
		fake.ledger.rcu_depth = 0;
}

const struct krt_held_lock *krt_held_lock(unsigned index)
{
	static const struct krt_held_lock lock = { NULL, "mutex", NULL };

	return index < fake.ledger.locks_held ? &lock : NULL;
}

unsigned long krt_alloc_seq(void)
{
	return fake.seq;
}

const struct krt_block *krt_block_after(unsigned long seq)
{
	const struct krt_block *best = NULL;

	for (unsigned i = 0; i < MAX_BLOCKS; i++)
		if (fake.block[i].is_live && fake.block[i].b.seq > seq &&
		    (!best || fake.block[i].b.seq < best->seq))
			best = &fake.block[i].b;
	return best;
}

unsigned krt_violation_count(void)
{
	return fake.n_violations;
}

const struct krt_violation *krt_violation_get(unsigned index)
{
	return index < fake.n_violations ? &fake.violation[index] : NULL;
}

void krt_violation_clear(void)
{
	fake.n_violations = 0;
}

unsigned long krt_log_seq(void)
{
	return fake.ledger.log_seq;
}

const struct krt_log_line *krt_log_line(unsigned long seq)
{
	return seq < fake.ledger.log_seq ? &fake.line[seq % MAX_LINES] : NULL;
}

void krt_stub_called(const char *name)
{
	(void)name;
}

unsigned krt_stub_count(void)
{
	return 0;
}

const char *krt_stub_get(unsigned index, unsigned long *calls)
{
	(void)index;
	*calls = 0;
	return NULL;
}

void krt_fail_alloc(unsigned long k)
{
	fake.fail_at = k;
	fake.allocs = 0;
}

unsigned long krt_alloc_count(void)
{
	return fake.allocs;
}

unsigned long krt_failed_allocs(void)
{
	return 0;
}

void krt_world_seed(unsigned long seed)
{
	fake.seed = seed;
}

void krt_fill_pattern(int byte)
{
	fake.fill = (unsigned)byte;
}

void krt_drvdata_null(int on)
{
	fake.no_data = on;
}

void krt_machine(unsigned number)
{
	fake.machine = number;
}

unsigned krt_machine_count(void)
{
	return 1 + fake.machines;
}

const char *krt_machine_text(void)
{
	return "another colour";
}

void fake_machines(unsigned n)
{
	fake.machines = n;
}

unsigned fake_machine(void)
{
	return fake.machine;
}

void krt_signal_pending(int on)
{
	fake.signalled = on;
}

unsigned krt_run_pending(unsigned limit)
{
	(void)limit;
	return 0;
}

unsigned long long krt_state_hash(void)
{
	return hash_bytes((const unsigned char *)&fake.state, sizeof(fake.state));
}

unsigned long krt_state_size(void)
{
	return sizeof(fake.state);
}

void krt_state_save(void)
{
	fake.saved = fake.state;
}

int krt_state_changed(unsigned long *cursor, struct krt_change *change)
{
	for (; *cursor + 8 <= sizeof(fake.state); *cursor += 8) {
		unsigned long long before, after;

		memcpy(&before, (char *)&fake.saved + *cursor, 8);
		memcpy(&after, (char *)&fake.state + *cursor, 8);
		if (before == after)
			continue;
		*change =
			(struct krt_change){ (char *)&fake.state + *cursor, 8, before, after, NULL,
					     after - before - 1 < 16 };
		*cursor += 8;
		return 1;
	}
	return 0;
}

const void *krt_state_find_pointer(unsigned long *cursor, const void *low, const void *high)
{
	for (; *cursor + 8 <= sizeof(fake.state); *cursor += 8) {
		const char *word;

		memcpy(&word, (char *)&fake.state + *cursor, 8);
		if (word >= (const char *)low && word < (const char *)high)
			return (char *)&fake.state + *cursor;
	}
	return NULL;
}
