// SPDX-License-Identifier: MIT
/*
 * Texts against real ones. Formats are printed by libc with values that the
 * abstract arguments allow, and buffers are written to for real; the bytes that
 * come out must lie within what the interpreter says of them.
 */
#include <stdio.h>
#include <string.h>

#include "absint/memory.h"
#include "tests/unit/suites.h"

#define FORMATS	  40000
#define SEQUENCES 20000
#define PER_ARENA 100 /* cases before the memory is given back */

/* ---- chance ---- */

static uint64_t next_random(uint64_t *seed)
{
	*seed ^= *seed << 13;
	*seed ^= *seed >> 7;
	*seed ^= *seed << 17;
	return *seed;
}

static unsigned int below(uint64_t *seed, unsigned int n)
{
	return (unsigned int)(next_random(seed) >> 11) % n;
}

/* Small numbers, their negatives and the ends of types are where mistakes are. */
static int64_t any_number(uint64_t *seed)
{
	int64_t v = (int64_t)next_random(seed);
	unsigned int shift = below(seed, 64);

	return v >> shift;
}

/* ---- an engine without a program ---- */

struct bench {
	struct engine e;
	struct state *s;
	struct handler_summary summary;
	struct limits limits;
	uint64_t seed;
};

static void bench_init(struct bench *b, uint64_t seed)
{
	static const struct loc here = { .path = "test", .line = 1 };

	*b = (struct bench){ .limits = { .page_size = 4096, .path_max = 4096 }, .seed = seed };
	b->e.arena = b->e.out = arena_new();
	b->e.limits = &b->limits;
	b->e.summary = &b->summary;
	b->e.at = here;
	symtab_init(&b->e.syms, b->e.arena);
	b->e.region_by_key = map_new(b->e.arena);
	(void)vec_push(b->e.arena, &b->e.regions);
	b->s = state_new(b->e.arena);
}

static struct aval new_object(struct bench *b, wide size)
{
	struct region r = { .kind = REGION_LOCAL,
			    .fill = FILL_ZERO,
			    .name = "object",
			    .size = value_const(size),
			    .size_known = true };

	return value_address(region_new(&b->e, &r), 0);
}

/* A value that may be @v, and others. */
static struct aval value_around(struct bench *b, int64_t v)
{
	wide lo = v - (wide)below(&b->seed, 200), hi = v + (wide)below(&b->seed, 200);
	struct sym_spec spec = { .range = range_of(lo < INT64_MIN ? INT64_MIN : lo,
						   hi > INT64_MAX ? INT64_MAX : hi) };

	return below(&b->seed, 2) ? value_const(v) : sym_fresh(&b->e.syms, &spec);
}

/* ---- what must hold ---- */

static bool has_trait(const char *bytes, size_t n, enum text_trait t)
{
	const char *newline = n ? memchr(bytes, '\n', n - 1) : NULL;

	if (t == TEXT_LINE)
		return newline != NULL;
	if (t == TEXT_END)
		return n && bytes[n - 1] == '\n';
	for (size_t i = 0; i < n; i++) {
		unsigned char c = (unsigned char)bytes[i];

		if ((t == TEXT_HIGH && c >= 0x80) || (t == TEXT_NUL && !c) ||
		    (t == TEXT_CONTROL && ((c < 0x20 && c && c != '\n') || c == 0x7f)))
			return true;
	}
	return false;
}

static const char *mismatch(struct bench *b, const struct text *t, const char *bytes, size_t n)
{
	struct range r = eval(&b->e, b->s, t->length);

	if (!range_contains(&r, (wide)n)) {
		fprintf(stderr, "%zu not in %ld..%ld: ", n, (long)range_min(&r),
			(long)range_max(&r));
		return "length";
	}
	for (size_t i = 0; i + 1 < n; i++)
		if (!charset_has(&t->body, (unsigned char)bytes[i]))
			return "a byte";
	if (n && !charset_has(&t->last, (unsigned char)bytes[n - 1]))
		return "the last byte";
	for (enum text_trait i = TEXT_HIGH; i <= TEXT_END; i++)
		if (has_trait(bytes, n, i) && !t->blame[i].what)
			return "a trait";
	return NULL;
}

/* ---- formats ---- */

struct trial_arg {
	struct aval value;
	int64_t number;
	const char *text; /* or NULL */
};

struct trial_format {
	char format[256], out[4096];
	size_t n, len;
	struct trial_arg arg[16];
	size_t nargs;
};

static void put(struct trial_format *f, const char *s)
{
	f->n += (size_t)snprintf(f->format + f->n, sizeof(f->format) - f->n, "%s", s);
}

static void add_arg(struct trial_format *f, struct aval v, int64_t number, const char *text)
{
	f->arg[f->nargs++] = (struct trial_arg){ v, number, text };
}

/* A width or precision, written out or in an argument. */
static int put_number(struct bench *b, struct trial_format *f, int most)
{
	int v = (int)below(&b->seed, (unsigned int)most) + 1;
	char digits[16];

	if (below(&b->seed, 3)) {
		snprintf(digits, sizeof(digits), "%d", v);
		put(f, digits);
	} else {
		put(f, "*");
		add_arg(f, below(&b->seed, 2) ? value_const(v) : value_around(b, v), v, NULL);
	}
	return v;
}

/*
 * Only what the kernel and libc agree about: no precision of 0, no 0 flag
 * beside a precision, no # for a 0.
 */
static void put_integer(struct bench *b, struct trial_format *f)
{
	static const char *const sizes[] = { "hh", "h", "", "l", "ll", "z" };
	static const char convs[] = "diuxXo";
	char conv[2] = { convs[below(&b->seed, 6)], '\0' };
	bool precise = !below(&b->seed, 4);
	int64_t v = any_number(&b->seed);

	put(f, "%");
	if (!below(&b->seed, 4))
		put(f, "-");
	if (!below(&b->seed, 4))
		put(f, below(&b->seed, 2) ? "+" : " ");
	if (!precise && !below(&b->seed, 3))
		put(f, "0");
	if (conv[0] == 'x' && !below(&b->seed, 4)) {
		put(f, "#");
		v |= 1;
	}
	if (below(&b->seed, 2))
		put_number(b, f, 30);
	if (precise) {
		put(f, ".");
		put_number(b, f, 25);
	}
	put(f, sizes[below(&b->seed, 6)]);
	put(f, conv);
	add_arg(f, value_around(b, v), v, NULL);
}

/* A string of random bytes, known exactly or by its bytes and a range of lengths. */
static const char *any_string(struct bench *b, struct aval *address)
{
	size_t n = below(&b->seed, 12);
	char *s = arena_array(b->e.arena, n + 1, 1);
	struct text t;

	for (size_t i = 0; i < n; i++)
		s[i] = below(&b->seed, 3) ? (char)('a' + below(&b->seed, 26))
					  : (char)(1 + below(&b->seed, 255));
	t = text_of_bytes(&b->e, s, n);
	if (below(&b->seed, 2))
		t = text_of_set(&b->e, value_around(b, (int64_t)n), charset_of_bytes(s, n), "s",
				NULL);
	*address = new_object(b, 64);
	mem_set_text(&b->e, b->s, *address, &t, 0);
	return s;
}

static void put_string(struct bench *b, struct trial_format *f)
{
	struct aval address;
	const char *s = any_string(b, &address);

	put(f, "%");
	if (!below(&b->seed, 3))
		put(f, "-");
	if (below(&b->seed, 2))
		put_number(b, f, 30);
	if (!below(&b->seed, 3)) {
		put(f, ".");
		put_number(b, f, 14);
	}
	put(f, "s");
	add_arg(f, address, 0, s);
}

static void put_char(struct bench *b, struct trial_format *f)
{
	int64_t v = below(&b->seed, 256);

	put(f, below(&b->seed, 2) ? "%c" : "%-3c");
	add_arg(f, value_around(b, v), v, NULL);
}

static void make_format(struct bench *b, struct trial_format *f)
{
	static const char *const plain[] = { "-", "v1.", "\n", " ", "%%", "\xc3\xa9", "a:b" };
	void (*const parts[])(struct bench *, struct trial_format *) = { put_integer, put_string,
									 put_char };
	unsigned int n = 1 + below(&b->seed, 4);

	for (unsigned int i = 0; i < n; i++) {
		if (below(&b->seed, 2))
			put(f, plain[below(&b->seed, 7)]);
		parts[below(&b->seed, 3)](b, f);
	}
}

#pragma GCC diagnostic ignored "-Wformat-nonliteral"
#pragma GCC diagnostic ignored "-Wformat-security"

/* All arguments are eight bytes wide in a call of a variadic function on this host. */
static void print_for_real(struct trial_format *f)
{
	uint64_t a[16] = { 0 };
	int n;

	for (size_t i = 0; i < f->nargs; i++)
		a[i] = f->arg[i].text ? (uint64_t)(uintptr_t)f->arg[i].text
				      : (uint64_t)f->arg[i].number;
	n = snprintf(f->out, sizeof(f->out), f->format, a[0], a[1], a[2], a[3], a[4], a[5], a[6],
		     a[7], a[8], a[9], a[10], a[11], a[12], a[13], a[14], a[15]);
	f->len = n < 0 ? 0 : (size_t)n;
}

static bool try_format(struct bench *b)
{
	struct trial_format *f = arena_new_of(b->e.arena, struct trial_format);
	struct aval args[16] = { 0 };
	struct call_site c = { .args = args };
	unsigned int deps = 0;
	const char *wrong;
	struct text t;

	make_format(b, f);
	print_for_real(f);
	for (size_t i = 0; i < f->nargs; i++)
		args[i] = f->arg[i].value;
	c.nargs = f->nargs;
	t = format_text(&b->e, b->s, f->format, f->n, &c, 0, NULL, &deps);
	wrong = mismatch(b, &t, f->out, f->len);
	if (wrong)
		fprintf(stderr, "\"%s\" prints \"%s\": %s is outside\n", f->format, f->out, wrong);
	return !wrong;
}

static void run_cases(bool (*one)(struct bench *), unsigned int n)
{
	struct bench b;
	unsigned int failed = 0;

	for (unsigned int i = 0; i < n && failed < 3; i++) {
		if (i % PER_ARENA == 0)
			bench_init(&b, 88172645463325252u + i);
		failed += !one(&b);
		if (i % PER_ARENA == PER_ARENA - 1)
			arena_drop(b.e.arena);
	}
	CU_ASSERT_EQUAL(failed, 0);
}

static void test_formats(void)
{
	run_cases(try_format, FORMATS);
}

/* ---- writes ---- */

#define OBJECT 48

struct written {
	char bytes[OBJECT + 1]; /* the last one stays NUL */
	struct aval object;
	char story[1024];
	size_t n;
};

static void tell(struct written *w, const char *what, unsigned int at, unsigned int n)
{
	w->n += (size_t)snprintf(w->story + w->n, sizeof(w->story) - w->n, " %s@%u+%u", what, at,
				 n);
}

/* The address of offset @at, as a number or as one that may be others. */
static struct aval address_around(struct bench *b, const struct written *w, unsigned int at)
{
	struct sym_spec spec = { .range = range_of(at > 2 ? at - 2 : 0, at + below(&b->seed, 3)) };

	if (below(&b->seed, 5))
		return value_add(&b->e.syms, w->object, value_const(at));
	return value_add(&b->e.syms, w->object, sym_fresh(&b->e.syms, &spec));
}

static void write_byte(struct bench *b, struct written *w)
{
	unsigned int at = below(&b->seed, OBJECT);
	char c = below(&b->seed, 3)   ? (char)('a' + below(&b->seed, 26))
		 : below(&b->seed, 2) ? '\n'
				      : 0;
	struct aval v = c && !below(&b->seed, 3) ? value_around(b, c) : value_const(c);

	if (below(&b->seed, 2))
		at = (unsigned int)strlen(w->bytes) % OBJECT;
	mem_store(&b->e, b->s, address_around(b, w, at), IRT_I8, v);
	w->bytes[at] = c;
	tell(w, c ? "byte" : "nul", at, 1);
}

static void write_string(struct bench *b, struct written *w)
{
	static const char *const strings[] = { "", "a", "bc\n", "d\ne", "fghijk", "\xff" };
	const char *s = strings[below(&b->seed, 6)];
	size_t n = strlen(s);
	unsigned int at = below(&b->seed, (unsigned int)(OBJECT - n));
	struct text t = text_of_bytes(&b->e, s, n);

	if (below(&b->seed, 2) && strlen(w->bytes) + n < OBJECT)
		at = (unsigned int)strlen(w->bytes);
	mem_set_text(&b->e, b->s, address_around(b, w, at), &t, 0);
	memcpy(w->bytes + at, s, n + 1);
	tell(w, "string", at, (unsigned int)n);
}

static void write_zero(struct bench *b, struct written *w)
{
	unsigned int at = below(&b->seed, OBJECT), n = 1 + below(&b->seed, OBJECT - at);

	mem_zero(&b->e, b->s, value_add(&b->e.syms, w->object, value_const(at)), n);
	memset(w->bytes + at, 0, n);
	tell(w, "zero", at, n);
}

static void write_number(struct bench *b, struct written *w)
{
	unsigned int at = below(&b->seed, OBJECT - 4);

	mem_store(&b->e, b->s, value_add(&b->e.syms, w->object, value_const(at)), IRT_U32,
		  value_const(0x41424344));
	memcpy(w->bytes + at, "DCBA", 4);
	tell(w, "number", at, 4);
}

static bool try_writes(struct bench *b)
{
	void (*const writes[])(struct bench *, struct written *) = { write_byte,   write_byte,
								     write_string, write_string,
								     write_zero,   write_number };
	struct written *w = arena_new_of(b->e.arena, struct written);
	unsigned int n = 1 + below(&b->seed, 7);

	w->object = new_object(b, OBJECT + 1);
	for (unsigned int i = 0; i < n; i++)
		writes[below(&b->seed, 6)](b, w);
	for (unsigned int at = 0; at < OBJECT; at++) {
		struct aval byte = mem_load(
			&b->e, b->s, value_add(&b->e.syms, w->object, value_const(at)), IRT_I8);
		struct range r = eval(&b->e, b->s, byte);

		if (!range_contains(&r, (signed char)w->bytes[at])) {
			fprintf(stderr, "after%s: byte %u is outside\n", w->story, at);
			return false;
		}
	}
	for (unsigned int at = 0; at < OBJECT; at += 1 + below(&b->seed, 8)) {
		struct text t =
			mem_text(&b->e, b->s, value_add(&b->e.syms, w->object, value_const(at)));
		const char *wrong = mismatch(b, &t, w->bytes + at, strlen(w->bytes + at));

		if (wrong) {
			fprintf(stderr, "after%s, at %u \"%s\": %s is outside\n", w->story, at,
				w->bytes + at, wrong);
			return false;
		}
	}
	return true;
}

static void test_writes(void)
{
	run_cases(try_writes, SEQUENCES);
}

static const struct unit_test tests[] = {
	{ "formats against libc", test_formats },
	{ "strings in memory against real ones", test_writes },
};

int suite_text(void)
{
	return suite_add("text", tests, sizeof(tests) / sizeof(tests[0]));
}
