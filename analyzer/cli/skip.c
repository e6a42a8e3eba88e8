// SPDX-License-Identifier: MIT
/*
 * A tree has thousands of files and a handful with the attribute. A file
 * matters if its text, or that of a header it includes with quotes, has
 *
 *	the name of an attribute that is looked for, or nearly (MV006), as a word,
 *	a part of a longer one, or a string,
 *	or, where names are globs, anything that attributes are made with,
 *	or a word that shows migration support or registers an mdev parent (MV005).
 *
 * Limits: headers from elsewhere are not looked at, so a driver that gets the
 * name itself from a macro of another folder's header has to be named.
 * Helpers without any of that are skipped, too, and found when a handler
 * reaches them (lookup.c).
 */
#include <ctype.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/resolve.h"
#include "cli/skip.h"
#include "front/discover.h"
#include "front/paths.h"
#include "front/worker.h"
#include "fuzzing/process.h"

#define MAX_BYTES ((size_t)16 << 20)
#define MAX_DEPTH 8
#define MAX_WORD  128

/** struct wanted_name - a literal name; a slip of the pen may have changed it. */
struct wanted_name {
	const char *text;
	size_t n;
	unsigned char letters[26]; /* how often it has each */
};

struct skipper {
	struct pipeline *pipeline;
	struct arena *arena;
	struct map *words;	/* exact words that matter */
	struct map *known;	/* resolved paths: &yes, &no, &busy or &unknown */
	bool in_word[256];	/* characters of identifiers */
	bool lengths[MAX_WORD]; /* of words that may be a slip of a name */
	bool begins[256];	/* first characters of those */
	VEC(struct wanted_name) names;
	bool has_globs;
	bool is_cut; /* a circle or the depth kept a header from being read */
	char yes, no, busy, unknown;
};

/* ---- what is looked for ---- */

static void add_word(struct skipper *s, const char *word)
{
	map_put(s->words, word, s);
	s->begins[(unsigned char)word[0]] = true;
}

static void add_words(struct skipper *s, const char **words, size_t n)
{
	for (size_t i = 0; i < n; i++)
		add_word(s, words[i]);
}

static void count_letters(const char *s, size_t n, unsigned char letters[26])
{
	memset(letters, 0, 26);
	for (size_t i = 0; i < n; i++) {
		unsigned int letter = (unsigned int)(s[i] | 0x20) - 'a';

		if (letter < 26 && letters[letter] < UCHAR_MAX)
			letters[letter]++;
	}
}

static void add_names(struct skipper *s, const char *const *names, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct wanted_name w = { .text = names[i], .n = strlen(names[i]) };

		count_letters(w.text, w.n, w.letters);
		if (strpbrk(names[i], "*?["))
			s->has_globs = true;
		else
			*vec_push(s->arena, &s->names) = w;
		for (size_t len = 0; len < MAX_WORD; len++)
			s->lengths[len] |= len + 4 >= w.n && len <= w.n + 4;
	}
}

static bool is_word(char c)
{
	return isalnum((unsigned char)c) || c == '_';
}

struct skipper *skipper_new(struct pipeline *p)
{
	struct skipper *s = arena_new_of(p->arena, struct skipper);
	const struct rule_info *optional = catalogue_find(&p->catalogue, "MV005");
	const struct attr_kinds *k = &p->kinds;

	*s = (struct skipper){ .pipeline = p, .arena = p->arena };
	s->words = map_new(p->arena);
	s->known = map_new(p->arena);
	for (int c = 0; c < 256; c++)
		s->in_word[c] = is_word((char)c);
	if (p->options->attrs.n)
		add_names(s, (const char *const *)p->options->attrs.v, p->options->attrs.n);
	else
		add_names(s, p->catalogue.attributes, p->catalogue.nattributes);
	if (optional && optional->severity != SEV_OFF) {
		add_words(s, k->support_idents, k->nsupport_idents);
		add_words(s, k->mdev_register, k->nmdev_register);
	}
	vec_for_each_ptr(const struct attr_kind, kind, &k->kinds) {
		const char *tag = strrchr(kind->struct_name, ' ');

		if (s->has_globs && tag)
			add_word(s, tag + 1);
	}
	return s;
}

/* ---- words ---- */

/* name_near_miss() forgives four slips at most, and a slip changes two counts at most. */
static bool has_such_letters(const struct wanted_name *name, const char *word, size_t n)
{
	unsigned char letters[26];
	int differ = 0;

	count_letters(word, n, letters);
	for (int i = 0; i < 26; i++)
		differ += abs(letters[i] - name->letters[i]);
	return differ <= 8;
}

static bool is_slip(const struct skipper *s, const char *word, size_t n)
{
	vec_for_each_ptr(const struct wanted_name, name, &s->names)
		if (n + 4 >= name->n && n <= name->n + 4 && has_such_letters(name, word, n) &&
		    name_near_miss(word, name->text))
			return true;
	return false;
}

static bool is_attr(const char *word)
{
	return strstr(word, "attr") || strstr(word, "ATTR");
}

/* The names themselves were searched for before; this is about everything else. */
static bool matters(struct skipper *s, const char *text, size_t n)
{
	bool may_be_word = s->begins[(unsigned char)text[0]];
	char word[MAX_WORD];

	if (n < 4 || n >= sizeof(word) || !(may_be_word || s->has_globs || s->lengths[n]))
		return false;
	memcpy(word, text, n);
	word[n] = '\0';
	if (may_be_word && map_get(s->words, word))
		return true;
	return (s->lengths[n] && is_slip(s, word, n)) || (s->has_globs && is_attr(word));
}

static size_t string_length(const char *s, const char *end)
{
	const char *p = s;

	while (p < end && *p != '"' && *p != '\n')
		p += 1 + (*p == '\\');
	return p < end && *p == '"' ? (size_t)(p - s) : 0;
}

static bool has_words(struct skipper *s, const char *text, size_t size)
{
	const char *end = text + size;

	for (const char *p = text, *from; p < end;) {
		if (s->in_word[(unsigned char)*p]) {
			for (from = p; p < end && s->in_word[(unsigned char)*p];)
				p++;
			if (matters(s, from, (size_t)(p - from)))
				return true;
		} else {
			p++;
			if (p[-1] == '"' && matters(s, p, string_length(p, end)))
				return true;
		}
	}
	return false;
}

static bool has_names(const struct skipper *s, const char *text, size_t n)
{
	vec_for_each_ptr(const struct wanted_name, name, &s->names)
		if (memmem(text, n, name->text, name->n))
			return true;
	return false;
}

/* ---- files ---- */

static bool mentions(struct skipper *s, const char *path, int depth);

/* #include "NAME" lines of @text. */
static bool includes_mention(struct skipper *s, const char *path, const char *text, size_t n,
			     int depth)
{
	const char *end = text + n, *dir = path_dir(s->arena, path);

	for (const char *p = text; (p = memmem(p, (size_t)(end - p), "include", 7));) {
		const char *name, *stop;

		p += 7;
		name = p + strspn(p, " \t");
		if (*name != '"')
			continue;
		stop = memchr(name + 1, '"', (size_t)(end - name - 1));
		if (stop && mentions(s,
				     path_join(s->arena, dir,
					       arena_strndup(s->arena, name + 1,
							     (size_t)(stop - name - 1))),
				     depth + 1))
			return true;
	}
	return false;
}

/* What can't be read is a header from elsewhere, or a file whose parse will say so. */
static bool text_mentions(struct skipper *s, const char *path, int depth)
{
	const char *why = NULL;
	struct arena *scratch = arena_new(), *kept = s->arena;
	bool result = false;
	size_t n = 0;
	const struct overlay_file *f = overlay_find(s->pipeline->overlay, path);
	const char *text;

	text = f ? f->text : file_read(scratch, path, MAX_BYTES, &n, &why);
	n = f ? f->n : n;
	if (text)
		result = has_names(s, text, n) || has_words(s, text, n);
	s->arena = scratch;
	if (text && !result)
		result = includes_mention(s, path, text, n, depth);
	s->arena = kept;
	arena_drop(scratch);
	return result || (!text && !depth);
}

static bool mentions(struct skipper *s, const char *path, int depth)
{
	const char *real = path_resolved(s->pipeline->arena, path);
	char *known = map_get(s->known, real);
	bool result;

	if (known == &s->yes || known == &s->no)
		return known == &s->yes;
	if (known == &s->busy || depth == MAX_DEPTH) {
		s->is_cut = true;
		return false;
	}
	map_put(s->known, real, &s->busy);
	result = text_mentions(s, path, depth);
	if (!depth)
		s->is_cut = false;
	map_put(s->known, real, result ? &s->yes : s->is_cut ? &s->unknown : &s->no);
	return result;
}

bool skip_mentions(struct skipper *s, const char *path)
{
	return mentions(s, path, 0);
}

/* ---- many files, in several processes ---- */

#define CHUNK 128

/** struct scan - the candidates, and for each whether it matters. */
struct scan {
	struct skipper *skipper;
	string_list paths;
	char *matter; /* '0' or '1' */
	size_t ndone;
};

static size_t chunk_end(const struct scan *s, size_t chunk)
{
	return (chunk + 1) * CHUNK < s->paths.n ? (chunk + 1) * CHUNK : s->paths.n;
}

static void scan_chunk(void *data, size_t chunk, struct arena *a, struct strbuf *out)
{
	struct scan *s = data;

	(void)a;
	for (size_t i = chunk * CHUNK; i < chunk_end(s, chunk); i++)
		strbuf_addc(out, skip_mentions(s->skipper, s->paths.v[i]) ? '1' : '0');
}

/* Of a chunk that could not be scanned every file is parsed, which will tell why. */
static void scanned_chunk(void *data, size_t chunk, const struct worker_result *r)
{
	struct scan *s = data;
	size_t n = chunk_end(s, chunk) - chunk * CHUNK;

	if (!r->failure && r->n == n)
		memcpy(s->matter + chunk * CHUNK, r->text, n);
	else
		memset(s->matter + chunk * CHUNK, '1', n);
	s->ndone += n;
	progress_show(&s->skipper->pipeline->progress, "looked at", s->ndone, s->paths.n);
}

static void scan_all(struct scan *s)
{
	const struct options *o = s->skipper->pipeline->options;
	const struct worker_limits limits = { .jobs = o->jobs ? o->jobs : process_cpus(),
					      .timeout_s = 600,
					      .memory_mb = 4096 };
	const struct worker_task task = { (s->paths.n + CHUNK - 1) / CHUNK, scan_chunk,
					  scanned_chunk, s };

	s->matter = arena_alloc(s->skipper->pipeline->arena, s->paths.n + 1);
	if (s->paths.n > CHUNK)
		worker_run(&limits, &task);
	else
		for (size_t i = 0; i < s->paths.n; i++)
			s->matter[i] = skip_mentions(s->skipper, s->paths.v[i]) ? '1' : '0';
}

void skip_files(struct pipeline *p)
{
	struct scan s = { .skipper = skipper_new(p) };
	size_t next = 0;

	vec_for_each_ptr(const struct file_entry, f, &p->files)
		if (f->is_found)
			*vec_push(p->arena, &s.paths) = arena_strdup(p->arena, f->path);
	scan_all(&s);
	vec_for_each_ptr(const struct file_entry, f, &p->files) {
		bool is_needed = !f->is_found || s.matter[next++] == '1';

		*vec_push(p->arena, is_needed ? &p->paths : &p->skipped) =
			arena_strdup(p->arena, f->path);
	}
}
