// SPDX-License-Identifier: MIT
/*
 * The driver's state: its variables and live blocks, as krt sees them. It is
 * saved when a module is loaded; a write that changes it is judged, then what was
 * saved is put back, so that every input begins in the same state and a finding
 * comes again when it is replayed.
 */
#include <stdio.h>
#include <string.h>

#include "fuzz.h"
#include "plain.h"

void state_save(struct fuzz *f)
{
	struct state *s = &f->state;
	struct krt_ledger l;

	krt_state_save();
	krt_ledger_read(&l);
	s->hash = krt_state_hash();
	s->blocks = l.live_allocs;
	s->last_block = krt_alloc_seq();
	s->queued = l.work_queued;
	s->tree = l.tree_version;
	s->refs = l.refs;
}

bool state_is_same(const struct fuzz *f)
{
	return krt_state_hash() == f->state.hash;
}

/* The same blocks are live as when it was saved, and krt points at nothing new. */
static bool is_whole(const struct fuzz *f)
{
	const struct state *s = &f->state;
	struct krt_ledger l;

	krt_ledger_read(&l);
	return l.live_allocs == s->blocks && !krt_block_after(s->last_block) &&
	       l.work_queued == s->queued && l.tree_version == s->tree && l.refs == s->refs;
}

bool state_restore(struct fuzz *f)
{
	struct krt_change change;
	unsigned long cursor = 0;

	if (!is_whole(f))
		return false;
	while (krt_state_changed(&cursor, &change))
		/* libc's would complain where the driver wrote behind a variable */
		plain_copy((void *)(uintptr_t)change.address, &change.before, change.size);
	return true;
}

void state_settle(struct fuzz *f)
{
	if (!state_is_same(f) && !state_restore(f))
		state_save(f);
}

static void name_place(struct fuzz *f, const struct krt_change *change, char *text, size_t size)
{
	size_t offset = 0;
	const char *variable = NULL;

	if (!change->block)
		variable = places_variable(&f->places, change->address, &offset);
	if (change->block)
		snprintf(text, size, "byte %zu of a block of %lu bytes",
			 (size_t)((const char *)change->address -
				  (const char *)change->block->start),
			 change->block->size);
	else if (variable && offset)
		snprintf(text, size, "byte %zu of '%s'", offset, variable);
	else
		snprintf(text, size, "'%s'", variable ? variable : "a variable");
}

bool state_describe(struct fuzz *f, bool skip_counters, char *text, size_t size,
		    struct krt_change *change)
{
	unsigned long cursor = 0;
	char where[160];

	while (krt_state_changed(&cursor, change)) {
		if (skip_counters && change->counter)
			continue;
		name_place(f, change, where, sizeof(where));
		snprintf(text, size, "%s went from %#llx to %#llx", where, change->before,
			 change->after);
		return true;
	}
	return false;
}
