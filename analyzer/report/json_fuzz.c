// SPDX-License-Identifier: MIT
/* The members of a JSON report that only the running judge has. */
#include "report/json_value.h"

static json_t *number(unsigned long long n)
{
	return json_integer((json_int_t)n);
}

static json_t *hex(struct arena *a, const struct evidence *e)
{
	struct strbuf b;

	strbuf_init(&b, a);
	for (size_t i = 0; i < e->n; i++)
		strbuf_addf(&b, "%02x", (unsigned char)e->bytes[i]);
	return json_string(b.s);
}

json_t *value_evidence(struct arena *a, const struct evidence *e)
{
	json_t *object = json_object();

	value_put(object, "file", value_text(a, e->file));
	value_put(object, "hex", hex(a, e));
	value_put(object, "text", value_text(a, e->escaped));
	value_put(object, "wrote", value_text(a, e->wrote));
	value_put(object, "shell", value_text(a, e->shell));
	value_put(object, "replay", value_text(a, e->replay));
	value_put(object, "details", value_text(a, e->details));
	value_put(object, "tries", number(e->tries));
	return object;
}

static json_t *nodes(struct arena *a, const struct fuzz_facts *f)
{
	json_t *array = json_array();

	vec_for_each_ptr(const struct fuzz_node, n, &f->nodes) {
		json_t *object = json_object();

		value_put(object, "path", value_text(a, n->path));
		value_put(object, "kind", value_text(a, n->kind));
		value_put(object, "mode", value_text(a, arena_printf(a, "%04o", n->mode)));
		value_put(object, "show", json_boolean(n->has_show));
		value_put(object, "store", json_boolean(n->has_store));
		value_put(object, "driven", json_boolean(n->is_driven));
		value_push(array, object);
	}
	return array;
}

static json_t *notes(struct arena *a, const struct fuzz_facts *f)
{
	json_t *array = json_array();

	for (size_t i = 0; i < f->notes.n; i++)
		value_push(array, value_text(a, f->notes.v[i]));
	return array;
}

static json_t *stubs(struct arena *a, const struct fuzz_facts *f)
{
	json_t *array = json_array();

	vec_for_each_ptr(const struct fuzz_count, s, &f->stubs) {
		json_t *object = json_object();

		value_put(object, "name", value_text(a, s->name));
		value_put(object, "calls", number(s->n));
		value_push(array, object);
	}
	return array;
}

static json_t *not_judged(struct arena *a, const struct fuzz_facts *f)
{
	json_t *array = json_array();

	vec_for_each_ptr(const struct fuzz_off, off, &f->off) {
		json_t *object = json_object();

		value_put(object, "rule", value_text(a, off->rule));
		value_put(object, "reason", value_text(a, off->reason));
		value_push(array, object);
	}
	return array;
}

static json_t *confirmations(struct arena *a, const struct fuzz_facts *f)
{
	json_t *array = json_array();

	vec_for_each_ptr(const struct confirmation, c, &f->confirmations) {
		json_t *object = json_object();

		value_put(object, "rule", value_text(a, c->rule));
		value_put(object, "fingerprint", value_text(a, c->fingerprint));
		value_put(object, "file", value_text(a, c->loc.path));
		value_put(object, "line", number(c->loc.line));
		value_put(object, "verdict", json_string(confirmation_name(c->verdict)));
		value_put(object, "tries", number(c->tries));
		value_put(object, "input",
			  c->evidence ? value_evidence(a, c->evidence) : json_null());
		value_push(array, object);
	}
	return array;
}

static json_t *unreached(struct arena *a, const struct fuzz_facts *f)
{
	json_t *array = json_array();

	vec_for_each_ptr(const struct loc, loc, &f->unreached) {
		json_t *object = json_object();

		value_put(object, "file", value_text(a, loc->path));
		value_put(object, "line", number(loc->line));
		value_put(object, "end_line", number(loc->end_line));
		value_push(array, object);
	}
	return array;
}

json_t *value_fuzz(struct arena *a, const struct fuzz_facts *f)
{
	json_t *object = json_object();

	value_put(object, "inputs", number(f->inputs));
	value_put(object, "stores", number(f->stores));
	value_put(object, "accepted", number(f->accepted));
	value_put(object, "edges", number(f->edges));
	value_put(object, "corpus", number(f->corpus));
	value_put(object, "restarts", number(f->restarts));
	value_put(object, "seconds", json_real(f->seconds));
	value_put(object, "seed", number(f->seed));
	value_put(object, "jobs", number((unsigned long long)f->jobs));
	value_put(object, "stopped", value_text(a, f->stopped));
	value_put(object, "headers", value_text(a, f->headers));
	value_put(object, "compiler", value_text(a, f->compiler));
	value_put(object, "sandbox", value_text(a, f->sandbox));
	value_put(object, "folder", value_text(a, f->folder));
	value_put(object, "idle", value_text(a, f->idle));
	value_put(object, "nodes", nodes(a, f));
	value_put(object, "notes", notes(a, f));
	value_put(object, "stubs", stubs(a, f));
	value_put(object, "not_judged", not_judged(a, f));
	value_put(object, "confirmations", confirmations(a, f));
	value_put(object, "unreached", f->is_covered ? unreached(a, f) : json_null());
	value_put(object, "coverage", value_text(a, f->coverage));
	return object;
}
