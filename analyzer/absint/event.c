// SPDX-License-Identifier: MIT
/*
 * Hazards met on the way through a handler, kept for the rules. Many paths
 * reach the same instruction, so an event is known by what, where and on what
 * kind of memory it happens; one path on which it surely happens says more
 * than any number on which it might.
 */
#include <string.h>

#include "absint/engine.h"
#include "absint/shape.h"

static const char *const kind_names[] = {
#define NAME(id, text) [EVENT_##id] = text,
	EVENT_KINDS(NAME)
#undef NAME
};

static const char *const place_names[] = {
#define NAME(id, text) [PLACE_##id] = text,
	PLACE_KINDS(NAME)
#undef NAME
};

const char *event_kind_name(enum event_kind k)
{
	return kind_names[k];
}

const char *place_kind_name(enum place_kind p)
{
	return place_names[p];
}

enum place_kind place_of_region(const struct engine *e, uint32_t region)
{
	static const enum place_kind places[] = {
		[REGION_NONE] = PLACE_NONE,	[REGION_LOCAL] = PLACE_LOCAL,
		[REGION_GLOBAL] = PLACE_GLOBAL, [REGION_FUNC] = PLACE_FUNC,
		[REGION_HEAP] = PLACE_HEAP,	[REGION_PAGE] = PLACE_PAGE,
		[REGION_USER] = PLACE_USER,	[REGION_OUTSIDE] = PLACE_OUTSIDE,
	};

	return places[region_get(e, region)->kind];
}

const char *line_text(const struct engine *e, struct loc loc)
{
	const char *slash = strrchr(loc.path, '/');

	if (e->at.path && strcmp(loc.path, e->at.path) == 0)
		return arena_printf(e->out, "line %u", loc.line);
	return arena_printf(e->out, "%s:%u", slash ? slash + 1 : loc.path, loc.line);
}

/* What happens in a header's inline function is said of its caller. */
static const struct frame *frame_to_blame(const struct engine *e, struct loc *loc)
{
	const struct frame *f = e->frame;

	while (f && f->id.func->in_header && f->caller) {
		*loc = f->call;
		f = f->caller;
	}
	return f;
}

struct loc event_place(const struct engine *e)
{
	struct loc loc = e->at;

	(void)frame_to_blame(e, &loc);
	return loc;
}

const char *event_function(const struct engine *e)
{
	struct loc loc = e->at;
	const struct frame *f = frame_to_blame(e, &loc);

	return f ? f->id.func->name : NULL;
}

static bool same_event(const struct event *a, const struct event *b)
{
	return a->kind == b->kind && a->place == b->place && a->is_write == b->is_write &&
	       loc_compare(&a->loc, &b->loc) == 0;
}

#define MANY_ROUNDS 8 /* fewer can be counted in the path itself */

/* In which round of a long loop it happens. */
static void add_rounds(struct engine *e, const struct state *s, struct path_list *path)
{
	const struct frame *f = e->frame;

	for (size_t i = 0; f && i < s->loops.n; i++) {
		const struct loop_count *l = &s->loops.v[i];
		const bool *in = l->depth == f->depth ? f->shape->loop[l->block] : NULL;

		if (!in || !in[f->block] || l->rounds < MANY_ROUNDS)
			continue;
		*vec_push(e->out, &path->steps) = (struct path_step){
			.loc = f->id.func->blocks.v[l->block].insns.v[0].loc,
			.message = arena_printf(e->out, "in round %u of the loop", l->rounds + 1),
		};
	}
}

void event_add(struct engine *e, const struct state *s, const struct event *what)
{
	struct event new = *what, *old = NULL;
	const struct frame *f;

	if (e->watch)
		return; /* nobody asks what went wrong on the way */
	if (!new.loc.path)
		new.loc = e->at;
	f = frame_to_blame(e, &new.loc);
	if (!new.function)
		new.function = f ? f->id.func->name : NULL;
	/* what a widened loop says of single values is in their own doubts */
	if (!new.doubt && !s->only_looped)
		new.doubt = s->doubt;
	vec_for_each_ptr(struct event, x, &e->summary->events)
		if (same_event(x, &new))
			old = x;
	if (old && (!old->doubt || new.doubt))
		return;
	if (!old)
		old = vec_push(e->out, &e->summary->events);
	summary_path(e, s, &new.path);
	if (!new.doubt)
		add_rounds(e, s, &new.path);
	*old = new;
}
