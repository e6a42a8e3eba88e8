// SPDX-License-Identifier: MIT
/*
 * Entries of lists. The first entry of an empty list is the head taken for an
 * entry: container_of() leads into whatever lies around the head. So what is
 * read behind a pointer that came out of a list_head, outside of the list_head
 * that it points to, must not be the head's surroundings: the path knows that
 * the pointer is not the head, or that the list is not empty.
 *
 * Heads and entries look alike. One that lies in a struct of the same tag as
 * what is read may be an entry, whose next one is asked for; nothing is said of
 * those.
 */
#include <string.h>

#include "absint/engine.h"
#include "absint/heads.h"

#define POINTER_SIZE   8
#define LIST_HEAD_SIZE 16

/* "next" or "prev" if the address is that of such a link, or NULL. */
static const char *link_at(struct aval at)
{
	static const char owner[] = "struct list_head.";
	const char *member = at.region ? value_inner_member(at) : NULL;

	return member && !strncmp(member, owner, sizeof(owner) - 1) ? member + sizeof(owner) - 1
								    : NULL;
}

/* The list_head that the link at @at is a part of. */
static struct aval list_head_of(struct aval at, const char *link)
{
	at.extent = NULL;
	at.k -= strcmp(link, "prev") ? 0 : POINTER_SIZE;
	return at;
}

bool entry_link_back(struct engine *e, struct state *s, struct aval at, struct aval *out)
{
	struct aval from = region_get(e, at.region)->pointer, now;
	struct aval head = from.sym ? sym_get(&e->syms, from.sym)->at : value_const(0);
	const char *link = link_at(at), *there = link_at(head);

	if (!link || !there || !strcmp(link, there) || at.sym || list_head_of(at, link).k)
		return false;
	now = mem_load(e, s, head, IRT_PTR);
	*out = list_head_of(head, there);
	return now.sym == from.sym && !now.k;
}

/* The head that a pointer was read from. */
struct list {
	struct aval head;
	const char *name; /* as heads.h knows it */
};

static bool head_of(const struct engine *e, const struct sym *p, struct list *l)
{
	const char *link = link_at(p->at);
	const struct extent *within;

	if (!link)
		return false;
	within = p->at.extent ? p->at.extent->within : NULL;
	l->head = list_head_of(p->at, link);
	l->name = within && within->inner ? within->inner
		  : region_get(e, p->at.region)->kind == REGION_GLOBAL
			  ? region_get(e, p->at.region)->name
			  : NULL;
	return l->name != NULL;
}

/* "struct tag" of the member that @at lies in, the outermost. */
static bool same_struct(struct aval at, const char *member)
{
	const struct extent *x = at.extent;
	const char *dot = strrchr(member, '.');

	while (x && x->within)
		x = x->within;
	return !x || !x->inner || (dot && !strncmp(x->inner, member, (size_t)(dot - member) + 1));
}

static bool decides(struct engine *e, const struct state *s, enum ir_op op, struct aval a,
		    struct aval b, bool *truth)
{
	struct range r = eval(e, s, compare_value(e, s, op, a, b));

	*truth = range_min(&r) != 0;
	return range_is_single(&r);
}

/* Whether the path knows if @p, a link of the list, is the head itself. */
static bool knows_head(struct engine *e, const struct state *s, struct aval p, struct aval head,
		       bool *is_head)
{
	bool differ;

	if (decides(e, s, OP_EQ, p, head, is_head) || decides(e, s, OP_EQ, head, p, is_head))
		return true;
	if (!decides(e, s, OP_NE, p, head, &differ) && !decides(e, s, OP_NE, head, p, &differ))
		return false;
	*is_head = !differ;
	return true;
}

/* The same for an access: over the link in hand, as a number or as list_entry_is_head() rebuilds
 * it. */
static bool knows_link(struct engine *e, struct state *s, struct aval p, const struct list *l,
		       bool *is_head)
{
	return knows_head(e, s, p, l->head, is_head) ||
	       knows_head(e, s, address_of(e, s, p), l->head, is_head);
}

/*
 * What the head's links say now. That there is an entry says so of the first one at any time;
 * that there is none says nothing of a link that was read before.
 */
static bool knows_links(struct engine *e, struct state *s, const struct list *l, bool *is_empty)
{
	struct aval prev = l->head;

	prev.k += POINTER_SIZE;
	return knows_head(e, s, mem_load(e, s, l->head, IRT_PTR), l->head, is_empty) ||
	       knows_head(e, s, mem_load(e, s, prev, IRT_PTR), l->head, is_empty);
}

static const struct head_use *use_of(struct engine *e, const struct list *l)
{
	size_t driver = program_driver(e->prog, e->prog->units.v[e->summary->handler->unit]);

	return heads_use(e->heads, driver, l->name);
}

static const char *doubt_of(struct engine *e, const struct state *s, struct aval p,
			    const struct list *l)
{
	const struct head_use *use = use_of(e, l);

	if (use && use->is_asked_by_handler)
		return callable_path_doubt(e, s, p);
	if (use && use->asked.path)
		return arena_printf(e->out, "%s asks whether it is", line_text(e, use->asked));
	if (!use || !use->is_made)
		return "who fills it is not known";
	if (use->is_filled_at_once)
		return arena_printf(e->out, "%s adds an entry when it is made",
				    line_text(e, use->filled));
	return callable_path_doubt(e, s, p);
}

static const char *who_asks(struct engine *e, const struct list *l)
{
	const struct head_use *use = use_of(e, l);

	return use && use->is_asked_by_handler
		       ? arena_printf(e->out, ": %s asks whether it is", line_text(e, use->asked))
		       : "";
}

void entry_check(struct engine *e, struct state *s, struct aval at, bool is_write)
{
	struct aval p = region_get(e, at.region)->pointer;
	struct event ev = { .kind = EVENT_WILD, .is_write = is_write };
	struct list l;
	bool is_empty = false, known;

	if (!p.sym || e->trial || at.sym || (at.k >= 0 && at.k < LIST_HEAD_SIZE) ||
	    !head_of(e, sym_get(&e->syms, p.sym), &l) || same_struct(at, l.name))
		return;
	known = knows_link(e, s, p, &l, &is_empty);
	if (known ? !is_empty : knows_links(e, s, &l, &is_empty))
		return;
	ev.place = place_of_region(e, l.head.region);
	ev.message = arena_printf(e->out, "uses an entry of the list '%s', which %s empty%s",
				  l.name, known ? "is" : "may be", known ? "" : who_asks(e, &l));
	if (!known)
		ev.doubt = doubt_of(e, s, p, &l);
	if (e->is_coarse && !ev.doubt) /* where the cursor of a loop stood is lost first */
		ev.doubt = "too many paths were merged to tell entries from the head";
	event_add(e, s, &ev);
	if (!known) /* one mistake, one finding */
		assume_true(e, s, compare_value(e, s, OP_EQ, p, l.head), false);
}
