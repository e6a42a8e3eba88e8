// SPDX-License-Identifier: MIT
#include <string.h>

#include "base/embedded.h"
#include "base/hash.h"
#include "front/paths.h"
#include "fuzzing/folder.h"
#include "fuzzing/render.h"
#include "fuzzing/words.h"

#define MAX_WORDS  400
#define MAX_SEEDS  400
#define SEED_BYTES 4096

struct words words_new(struct arena *a)
{
	return (struct words){ .arena = a, .seen = map_new(a) };
}

static bool is_new(struct words *w, const char *kind, const char *bytes, size_t n)
{
	const char *key = arena_printf(w->arena, "%s %s", kind,
				       hash_hex(w->arena, hash_bytes(HASH_BEGIN, bytes, n)));

	if (map_get(w->seen, key))
		return false;
	map_put(w->seen, key, w);
	return true;
}

static void add_word(struct words *w, const char *bytes, size_t n)
{
	if (!n || n > WORD_BYTES || w->dict.n >= MAX_WORDS || !is_new(w, "word", bytes, n))
		return;
	*vec_push(w->arena, &w->dict) = (struct word){ arena_strndup(w->arena, bytes, n), n };
}

static void add_seed(struct words *w, const char *bytes, size_t n)
{
	char *copy;

	if (!n || n > SEED_BYTES || w->seeds.n >= MAX_SEEDS || !is_new(w, "seed", bytes, n))
		return;
	copy = arena_alloc(w->arena, n + 1);
	memcpy(copy, bytes, n);
	*vec_push(w->arena, &w->seeds) = (struct word){ copy, n };
}

/* The whole, and what stands between separators, each with those around it. */
static void add_parts(struct words *w, const char *s, size_t n)
{
	static const char separators[] = "-_.:/,;=+ \t\n";
	size_t from = 0;

	add_word(w, s, n);
	for (size_t i = 0; i <= n; i++) {
		if (i < n && !strchr(separators, s[i]))
			continue;
		add_word(w, s + from, i - from);
		if (i < n)
			add_word(w, s + i, 1);
		if (from)
			add_word(w, s + from - 1, i - from + 1);
		from = i + 1;
	}
}

/* ---- the walk over the program ---- */

/** struct walk - the functions and variables reached so far. */
struct walk {
	struct words *words;
	const struct program *program;
	struct map *seen;
	VEC(struct func_id) todo;
};

static bool is_reached(struct walk *w, const void *what)
{
	const char *key = arena_printf(w->words->arena, "%p", what);

	if (map_get(w->seen, key))
		return true;
	map_put(w->seen, key, w);
	return false;
}

static void reach_func(struct walk *w, struct ir_unit *u, uint32_t idx)
{
	struct func_id f = program_func(w->program, u, idx);

	if (f.func && f.func->is_defined && !is_reached(w, f.func))
		*vec_push(w->words->arena, &w->todo) = f;
}

static void reach_global(struct walk *w, struct ir_unit *u, uint32_t idx);

static void reach_ref(struct walk *w, struct ir_unit *u, struct ir_ref ref)
{
	if (ref.kind == REF_FUNC)
		reach_func(w, u, ref.idx);
	else if (ref.kind == REF_GLOBAL)
		reach_global(w, u, ref.idx);
}

/* A literal is a word; a variable leads to what it points to. */
static void reach_global(struct walk *w, struct ir_unit *u, uint32_t idx)
{
	struct global_id g = program_global(w->program, u, idx);

	if (!g.global || is_reached(w, g.global))
		return;
	if (g.global->is_literal || g.global->bytes) {
		size_t n = strnlen(g.global->bytes, g.global->nbytes);

		if (!memchr(g.global->bytes, '%', n))
			add_seed(w->words, g.global->bytes, n);
		add_parts(w->words, g.global->bytes, n);
	}
	vec_for_each_ptr(const struct ir_init, init, &g.global->inits)
		reach_ref(w, g.unit, init->value);
}

/* What is only said to the log is no version string. */
static bool is_log(const struct func_id *f, const struct ir_insn *insn)
{
	static const char *const prefixes[] = { "_printk", "printk", "_dev_",	 "dev_",
						"__dyn",   "__warn", "_pci_log", "netdev_" };
	const char *name;

	if (insn->op != OP_CALL || insn->call->callee.kind != REF_FUNC)
		return false;
	name = f->unit->funcs.v[insn->call->callee.idx].name;
	for (size_t i = 0; i < sizeof(prefixes) / sizeof(prefixes[0]); i++)
		if (strncmp(name, prefixes[i], strlen(prefixes[i])) == 0)
			return true;
	return false;
}

static void reach_call(struct walk *w, const struct func_id *f, const struct ir_insn *insn)
{
	reach_ref(w, f->unit, insn->call->callee);
	if (is_log(f, insn))
		return;
	for (size_t i = 0; i < insn->call->nargs; i++) {
		const char *text = render_call(w->words->arena, w->program, f, insn, i);

		if (text) {
			add_seed(w->words, text, strlen(text));
			add_parts(w->words, text, strlen(text));
		} else {
			reach_ref(w, f->unit, insn->call->args[i]);
		}
	}
}

static void walk_func(struct walk *w, const struct func_id *f)
{
	vec_for_each_ptr(const struct ir_block, block, &f->func->blocks)
		vec_for_each_ptr(const struct ir_insn, insn, &block->insns) {
			reach_ref(w, f->unit, insn->arg[0]);
			reach_ref(w, f->unit, insn->arg[1]);
			if (insn->call && insn->op != OP_ASM)
				reach_call(w, f, insn);
		}
}

static void reach_handler(struct walk *w, const struct handler *h)
{
	if (h->name && !h->is_unknown && h->has_body)
		reach_func(w, w->program->units.v[h->unit], (uint32_t)h->func);
}

void words_collect(struct words *words, const struct program *p, const struct attribute *attrs,
		   size_t n)
{
	struct walk w = { .words = words, .program = p, .seen = map_new(words->arena) };

	for (size_t i = 0; i < n; i++) {
		reach_handler(&w, &attrs[i].show);
		reach_handler(&w, &attrs[i].store);
	}
	for (size_t i = 0; i < w.todo.n; i++) {
		struct func_id f = w.todo.v[i]; /* the list may move */

		if (!f.func->in_header)
			*vec_push(words->arena, &words->functions) = f.func->name;
		walk_func(&w, &f);
	}
}

/* ---- the bundled strings ---- */

static int hex_value(char c)
{
	static const char digits[] = "0123456789abcdef";
	const char *at = c ? strchr(digits, c) : NULL;

	return at ? (int)(at - digits) : -1;
}

/* The escapes \n \r \t \\ and \xHH; anything else stands for itself. */
static size_t unescape(const char *s, size_t n, char *out)
{
	static const char letters[] = "nrt\\", meant[] = "\n\r\t\\";
	size_t m = 0;

	for (size_t i = 0; i < n; i++) {
		const char *at = s[i] == '\\' && i + 1 < n ? strchr(letters, s[i + 1]) : NULL;

		if (at && *at) {
			out[m++] = meant[at - letters];
			i++;
		} else if (s[i] == '\\' && i + 3 < n && s[i + 1] == 'x' &&
			   hex_value(s[i + 2]) >= 0 && hex_value(s[i + 3]) >= 0) {
			out[m++] = (char)(hex_value(s[i + 2]) << 4 | hex_value(s[i + 3]));
			i += 3;
		} else {
			out[m++] = s[i];
		}
	}
	return m;
}

void words_bundled(struct words *w)
{
	for (size_t i = 0; i < embedded_count; i++) {
		const char *p = (const char *)embedded_files[i].bytes;

		if (strncmp(embedded_files[i].path, "strings/", strlen("strings/")) != 0)
			continue;
		while (*p) {
			size_t n = strcspn(p, "\n");
			char *bytes = arena_alloc(w->arena, n + 1);

			if (p[0] != '#')
				add_seed(w, bytes, unescape(p, n, bytes));
			p += n + (p[n] == '\n');
		}
	}
}

/* ---- files ---- */

void words_dict(const struct words *w, struct strbuf *out)
{
	/* libFuzzer takes an empty file for a mistake */
	strbuf_add(out, "# literals of the driver's handlers, whole and in parts\n");
	for (size_t i = 0; i < w->dict.n; i++) {
		const struct word *word = &w->dict.v[i];

		strbuf_addc(out, '"');
		for (size_t k = 0; k < word->n; k++) {
			unsigned char c = (unsigned char)word->bytes[k];

			if (c < 0x20 || c > 0x7e || c == '"' || c == '\\')
				strbuf_addf(out, "\\x%02X", c);
			else
				strbuf_addc(out, (char)c);
		}
		strbuf_add(out, "\"\n");
	}
}

void words_seeds(const struct words *w, const char *folder)
{
	for (size_t i = 0; i < w->seeds.n; i++) {
		const struct word *word = &w->seeds.v[i];
		const char *name = hash_hex(w->arena, hash_bytes(HASH_BEGIN, word->bytes, word->n));

		file_put(path_join(w->arena, folder, name), word->bytes, word->n);
	}
}
