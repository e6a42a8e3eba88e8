// SPDX-License-Identifier: MIT
/*
 * A main for one driver under krt: loads it, prints each file with what show
 * says and what store answers to that, to the same with a tail and to each argument,
 * and what was left behind; unloads and loads again.
 */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "krt/krt.h"

static void put_escaped(const char *text, long len)
{
	for (long i = 0; i < len; i++) {
		unsigned char c = text[i];

		if (c == '\n')
			fputs("\\n", stdout);
		else if (isprint(c) && c != '\\')
			putchar(c);
		else
			printf("\\x%02x", c);
	}
}

static void put_violations(void)
{
	const struct krt_violation *v;

	for (unsigned i = 0; (v = krt_violation_get(i)); i++)
		printf("    ! %s: %s\n", v->what, v->detail);
	krt_violation_clear();
}

static void put_log_since(unsigned long seq)
{
	const struct krt_log_line *line;

	for (; (line = krt_log_line(seq)); seq++) {
		printf("    <%d>", line->level);
		put_escaped(line->text, line->len);
		putchar('\n');
	}
}

static void put_imbalance(const struct krt_ledger *before)
{
	struct krt_ledger now;
	const struct krt_held_lock *held;

	krt_ledger_read(&now);
	for (unsigned i = 0; (held = krt_held_lock(i)); i++)
		printf("    ! %s is left held\n", held->kind);
	if (now.live_allocs != before->live_allocs)
		printf("    ! %ld blocks more\n", (long)(now.live_allocs - before->live_allocs));
	if (now.refs != before->refs)
		printf("    ! %ld references more\n", now.refs - before->refs);
	if (now.irq_off || now.preempt_off || now.rcu_depth)
		printf("    ! irq %u preempt %u rcu %u\n", now.irq_off, now.preempt_off,
		       now.rcu_depth);
	krt_context_reset();
}

static long try_store(const struct krt_attr *attr, const char *text, long len, const char *name)
{
	char *buf = malloc(len + 1);
	unsigned long seq = krt_log_seq();
	struct krt_ledger before;
	long result;

	memcpy(buf, text, len);
	buf[len] = '\0';
	krt_ledger_read(&before);
	result = krt_store(attr, buf, len);
	printf("  store(%s) = %s%ld\n", name, result == len ? "count, " : "", result);
	put_violations();
	put_log_since(seq);
	put_imbalance(&before);
	free(buf);
	return result;
}

static void drive(const struct krt_attr *attr, char **more)
{
	char *page = aligned_alloc(KRT_PAGE_SIZE, KRT_PAGE_SIZE), longer[KRT_PAGE_SIZE + 8];
	unsigned long long hash = krt_state_hash();
	unsigned long seq = krt_log_seq();
	struct krt_ledger before;
	long len = 0;

	printf("%s %s/%s %04o%s%s\n", attr->path, attr->kind, attr->node, attr->mode,
	       attr->has_show ? " show" : "", attr->has_store ? " store" : "");
	memset(page, 0, KRT_PAGE_SIZE);
	krt_ledger_read(&before);
	if (attr->has_show) {
		len = krt_show(attr, page);
		printf("  show = %ld \"", len);
		put_escaped(page, len > 0 && len <= KRT_PAGE_SIZE ? len : 0);
		printf("\"\n");
		put_violations();
		put_log_since(seq);
		put_imbalance(&before);
	}
	if (attr->has_store) {
		if (len <= 0)
			len = sprintf(page, "none\n");
		memcpy(longer, page, len);
		strcpy(longer + len - (page[len - 1] == '\n'), "x\n");
		try_store(attr, page, len, "own");
		try_store(attr, longer, strlen(longer), "own + x");
		try_store(attr, "\n", 1, "newline");
		for (; *more; more++)
			try_store(attr, *more, strlen(*more), *more);
	}
	if (krt_state_hash() != hash)
		printf("  the state has changed\n");
	free(page);
}

static int once(char **more)
{
	const char *note;
	int result = krt_load();

	printf("load = %d\n", result);
	for (unsigned i = 0; (note = krt_load_note(i)); i++)
		printf("note: %s\n", note);
	put_violations();
	for (unsigned i = 0; i < krt_attr_count(); i++)
		drive(krt_attr_get(i), more);
	krt_unload();
	put_violations();
	return result;
}

int main(int argc, char **argv)
{
	struct krt_ledger before, after;
	unsigned long calls;
	const char *stub;

	krt_boot();
	krt_ledger_read(&before);
	if (argc < 1 || once(argv + 1) || once(argv + 1))
		return 1;
	krt_ledger_read(&after);
	printf("after unload: %ld blocks, %ld references\n",
	       (long)(after.live_allocs - before.live_allocs), after.refs - before.refs);
	for (unsigned i = 0; (stub = krt_stub_get(i, &calls)); i++)
		printf("stub %s: %lu\n", stub, calls);
	return 0;
}
