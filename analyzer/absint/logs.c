// SPDX-License-Identifier: MIT
/*
 * Messages: that a path wrote one, and what of the user's bytes is in it. A
 * message that a rate limit or a "once" flag keeps back counts as written: it
 * was said before. So does one of debug level, which whoever wonders can turn
 * on.
 */
#include <string.h>

#include "absint/apply.h"

static void note_logged(struct engine *e, struct state *s)
{
	struct fact f = { .kind = FACT_LOGGED, .loc = event_place(e) };

	if (!fact_any(&s->facts, FACT_LOGGED))
		fact_set(e->arena, &s->facts, &f);
	vec_for_each_ptr(struct failure, failed, &s->failures)
		failed->is_logged |= failed->ends_loop;
}

void check_format(struct engine *e, struct state *s, struct aval format, const char *via)
{
	struct text t;
	struct charset chars;
	struct event ev = { .kind = EVENT_LOG_FORMAT };

	if (!(mem_deps(e, s, format) & DEP_TEXT))
		return;
	t = mem_text(e, s, format);
	chars = text_chars(&t);
	if (!charset_has(&chars, '%'))
		return;
	ev.place = place_of_region(e, address_of(e, s, format).region);
	ev.message = arena_printf(e->out, "the written bytes are the format of %s()", via);
	ev.doubt = ev.place == PLACE_USER ? NULL : mem_doubt(e, s, format);
	event_add(e, s, &ev);
}

/* What a log line may hold of the user's bytes without being called unbounded. */
#define LINE_MAX 512

static void check_arguments(struct applying *p, struct aval format)
{
	size_t n = 0;
	const char *text = mem_literal(p->e, p->s, format, &n);
	struct event e = { .kind = EVENT_LOG_RAW };

	if (!text ||
	    !format_prints_raw(p->e, p->s, text, n, p->c, p->m->nparams, p->m->name, LINE_MAX))
		return;
	e.message = arena_printf(p->e->out, "%s() logs the written bytes as they are, up to a page",
				 p->m->name);
	event_add(p->e, p->s, &e);
}

bool effect_log(struct applying *p, const struct model_effect *f)
{
	struct aval format;

	note_logged(p->e, p->s);
	if (f->format == MODEL_NONE || p->e->trial) /* what is only logged decides nothing */
		return true;
	format = applying_arg(p, f->format);
	check_format(p->e, p->s, format, p->m->name);
	if (!f->va_list_args)
		check_arguments(p, format);
	return true;
}

/* The descriptor of a message of dynamic debug holds the key that turns it on. */
bool effect_log_switch(struct applying *p, const struct model_effect *f)
{
	const char *member = value_member(applying_arg(p, f->from));

	if (member && strstr(member, "_ddebug."))
		note_logged(p->e, p->s);
	return true;
}

/* Whether @v asks for the flag of a "once" macro. */
static bool asks_once(const struct engine *e, struct aval v, int depth)
{
	const struct sym *y = v.sym ? sym_get(&e->syms, v.sym) : NULL;

	if (!y || depth > 4)
		return false;
	if (y->kind == SYM_EXPR)
		return asks_once(e, y->a, depth + 1) || asks_once(e, y->b, depth + 1);
	return y->kind == SYM_ATOM && is_once_flag(y->what);
}

void logs_branch(struct engine *e, struct state *s, struct aval cond)
{
	if (asks_once(e, cond, 0))
		note_logged(e, s);
}
