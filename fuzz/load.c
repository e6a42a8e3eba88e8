// SPDX-License-Identifier: MIT
/* Loading the module, finding its attributes, and what they show at first. */
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "faults.h"
#include "oracle.h"

/* Seconds that a second load may take. */
#define RELOAD_LIMIT 5

static void add_node(struct fuzz *f, const struct krt_attr *a)
{
	struct node *n = &f->nodes[f->n_nodes++];

	memset(n, 0, sizeof(*n));
	n->attr = a;
	places_function(&f->places, a->show_fn, &n->show);
	places_function(&f->places, a->store_fn, &n->store);
	for (unsigned i = 0; i < oracle_count; i++)
		n->is_off[i] = options_has(&f->options.off, oracles[i].rule);
}

static void find_nodes(struct fuzz *f)
{
	const struct krt_attr *a;

	f->n_nodes = 0;
	for (unsigned i = 0; (a = krt_attr_get(i)) && f->n_nodes < MAX_NODES; i++)
		if (!a->gone && options_selects(&f->options, a->name, a->path))
			add_node(f, a);
}

/* What show prints in a fresh load; kept if it is something. */
static void read_own(struct fuzz *f, struct node *n)
{
	struct call c;

	if (!n->attr->has_show)
		return;
	call_show(f, n, &c);
	n->show_ret = c.ended ? KRT_ABORTED : c.ret;
	n->own_len = 0;
	if (c.ended || c.ret != (long)c.len || c.len == 0 || c.len >= PAGE_BYTES)
		return;
	n->own_len = c.len;
	memcpy(n->own, c.bytes, c.len);
}

void target_learn(struct fuzz *f)
{
	f->is_thorough = f->is_learning = true;
	for (unsigned i = 0; i < f->n_nodes; i++) {
		struct node *n = &f->nodes[i];

		oracles_ask(f, AT_LOAD, n, NULL);
		read_own(f, n);
		words_add_version(&f->mutator.words, n->own, n->own_len);
	}
	bundle_run(f, (const unsigned char *)"", 0);
	for (unsigned i = 0; i < f->n_nodes; i++)
		if (f->nodes[i].own_len)
			bundle_run_node(f, &f->nodes[i], f->nodes[i].own, f->nodes[i].own_len);
	f->is_learning = false;
	f->is_thorough = f->options.thorough;
}

/* ---- a second load ---- */

/* What the attributes show after it; shared with the process that does it. */
struct reload {
	bool is_done;
	unsigned n;
	struct {
		char path[512];
		size_t len;
		unsigned char bytes[PAGE_BYTES];
	} node[MAX_NODES];
};

static void note_reloaded(struct fuzz *f, struct reload *r)
{
	find_nodes(f);
	for (unsigned i = 0; i < f->n_nodes; i++) {
		const struct node *n = &f->nodes[i];

		read_own(f, &f->nodes[i]);
		snprintf(r->node[i].path, sizeof(r->node[i].path), "%s", n->attr->path);
		r->node[i].len = n->own_len;
		memcpy(r->node[i].bytes, n->own, n->own_len);
	}
	r->n = f->n_nodes;
	r->is_done = true;
}

/* In a process of its own: a module that cannot be unloaded harms nobody then. */
static void reload_in_child(struct fuzz *f, struct reload *r)
{
	pid_t child;
	int status;

	fflush(NULL);
	child = fork();
	if (child == 0) {
		alarm(RELOAD_LIMIT);
		faults_mute();
		/* Its findings and events are not wanted twice. */
		f->events = (struct events){ .fd = -1 };
		f->findings.is_deaf = true;
		krt_unload();
		if (krt_load() == 0)
			note_reloaded(f, r);
		_exit(0);
	}
	while (child > 0 && waitpid(child, &status, 0) < 0)
		;
}

static const struct node *first_load(struct fuzz *f, const char *path)
{
	for (unsigned i = 0; i < f->n_nodes; i++)
		if (!strcmp(f->nodes[i].attr->path, path))
			return &f->nodes[i];
	return NULL;
}

static void compare_loads(struct fuzz *f)
{
	struct reload *r =
		mmap(NULL, sizeof(*r), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);

	if (r == MAP_FAILED)
		return;
	reload_in_child(f, r);
	if (!r->is_done)
		note(f, NULL, "the module cannot be unloaded and loaded again");
	for (unsigned i = 0; i < r->n; i++) {
		const struct node *n = first_load(f, r->node[i].path);

		if (n && r->node[i].len)
			judge_reload(f, (struct node *)n, r->node[i].bytes, r->node[i].len);
	}
	munmap(r, sizeof(*r));
}

int target_reload(struct fuzz *f)
{
	int ret = krt_load();

	if (ret)
		return ret;
	find_nodes(f);
	state_save(f);
	/* The first read of all may be the one that changes something. */
	for (unsigned i = 0; i < f->n_nodes; i++)
		oracles_ask(f, AT_FIRST_SHOW, &f->nodes[i], NULL);
	return 0;
}

int target_load(struct fuzz *f)
{
	int ret = target_reload(f);

	if (!ret && f->n_nodes)
		compare_loads(f);
	return ret;
}
