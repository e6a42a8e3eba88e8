// SPDX-License-Identifier: MIT
/* As lower_cases.c: memory, pointers, and GNU C. */
#include "tests/unit/lower_cases_prelude.h"

static long called(long v)
{
	return v + 1;
}

/* ---- objects ---- */

struct inner {
	s16 x;
	u8 y[3];
};

struct outer {
	u8 tag;
	union {
		u32 word;
		struct {
			u16 low, high;
		};
		u8 bytes[4];
	};
	struct inner in[2];
	struct inner *next;
	s64 (*fn)(s64);
};

static s64 twice(s64 v)
{
	return v * 2;
}

static s64 thrice(s64 v)
{
	return v * 3;
}

static long members(long a, long b)
{
	struct outer o = { .tag = a, .word = b, .in[1] = { .x = a, { 1, 2 } }, .fn = twice };
	struct outer *p = &o;

	p->next = &p->in[1];
	p->low += 5;
	o.bytes[3] ^= 0xff;
	p->next->y[2] = p->high;
	(&o)->in[0].x = -p->next->x;
	p->next--;
	return p->tag + o.word + p->next->x * 3 + o.in[1].y[1] + o.in[1].y[2] + p->fn(a & 0xff) +
	       (*p->fn)(3) + (long)((char *)p->next - (char *)p);
}

static long initialisers(long a, long b)
{
	int m[3][4] = { 1, 2, 3, 4, 5, [1][2] = a, b, { [2] = 9, 8 - 7 } };
	int v[] = { [5] = 3, 4, [0] = 1, [2 ... 4] = b & 7 };
	struct inner s[] = { 1, 2, 3, 4, 5, "ab", [3].x = 7, { 6 } };
	char c[6] = "abc", d[] = "x\0y", e[2] = "zz", g[] = { "q" };
	struct outer o = { 1, { .low = 5, .high = 6 }, { { 7 }, 8, 9, 10, 11 }, 0, thrice };
	union {
		u8 b;
		u32 w;
	} u = { .w = a }, w = { 200 };
	long r = 0;

	for (int i = 0; i < 12; i++)
		r = r * 3 + (&m[0][0])[i];
	for (int i = 0; i < 7; i++)
		r = r * 3 + v[i];
	for (int i = 0; i < 4; i++)
		r = r * 3 + s[i].x + s[i].y[0] + s[i].y[1] * 2 + s[i].y[2] * 4;
	for (int i = 0; i < 6; i++)
		r = r * 3 + c[i];
	r += d[2] + e[1] + g[1] + sizeof(v) + sizeof(s) + sizeof(d);
	return r + o.word + o.in[0].x + o.in[1].y[2] + o.in[1].x + o.fn(2) + u.w + u.b + w.b;
}

static const struct outer table[] = {
	{ .tag = 3,
	  .bytes = { 1, 2, 3, 4 },
	  .fn = thrice,
	  .next = (struct inner *)&table[1].in[1] },
	[2] = { 4, .in = { [1] = { -5, "xyz" } }, .fn = (s64(*)(s64)) & twice },
	{ .high = 0x1234, .low = (u16)~0 },
};

static char text[] = "hello", *words[] = { "one", "two" + 1, text + 2, &text[4], 0, (char *)3 };
static struct flex {
	int n;
	u8 data[];
} flexible = { 3, { 7, 8, 9 } };
static int *const pointers[] = { &flexible.n, (int *)&flexible.data[1], (int[]){ 4, 5 } + 1 };

static long globals(long a, long b)
{
	static int calls = 5;
	static const u16 fixed[] = { 10, 20, [7] = 70 };
	const struct outer *o = &table[a & 3];
	long r = o->word + o->tag + o->in[1].x + o->in[1].y[2] + fixed[b & 7] + calls;

	calls = 5;
	if (o->fn)
		r += o->fn(b & 0xffff);
	r += o->next ? o->next - table[1].in : -1;
	return r + words[0][1] + words[1][0] + *words[2] + words[3][0] + !words[4] +
	       (long)words[5] + flexible.data[2] + *pointers[0] + *(u8 *)pointers[1] + *pointers[2];
}

static struct inner make(s16 x, u8 y)
{
	struct inner s = { x, { y, y + 1, y + 2 } };

	return s;
}

static long sum(struct inner s, struct inner *p)
{
	s.x += p->x;
	return s.x + s.y[0] * 2 + s.y[2] * 3;
}

static long by_value(long a, long b)
{
	struct inner s = make(a, b), t, u[2];

	t = u[1] = s;
	t.x = 1;
	u[0] = a & 1 ? t : make(b, a);
	u[0] = ({
		struct inner v = u[0];
		v.y[1]++;
		v;
	});
	return sum(s, &t) + sum(make(b, a), &s) + make(a, 3).y[1] + u[0].y[1] + u[0].x +
	       ((struct inner){ .x = a }).x + sum((t.x = 5, t), &(struct inner){ b });
}

struct flags {
	u32 a : 3, b : 5, c : 24;
	s32 d : 7;
	u8 e : 1, : 2, f : 4;
	u64 g : 40;
	bool h : 1;
	s8 i : 2;
};

static const struct flags fixed_flags = { 5, .d = -3, .f = 9, .g = 0x8123456789, .h = 1, .b = 17 };

static long bit_fields(long a, long b)
{
	struct flags x = { .a = a, .b = b, a, .f = b }, *p = &x;
	long r = p->d = b;

	p->g = a;
	p->h = b & 6;
	r = r * 5 + (p->i = a);
	p->b += 30;
	r = r * 5 + p->b++ + --p->d;
	p->c ^= b;
	p->e = ~p->e;
	r = r * 5 + (p->a - 7 < 0) + (p->c > -1) + (p->f << 30 >> 30) + p->h + p->e;
	p->a -= 9;
	p->f /= -2;
	p->g <<= 3;
	return r * 5 + x.a + x.b + x.c + x.d + x.f + x.g + x.i + fixed_flags.a + fixed_flags.d * 3 +
	       fixed_flags.f + fixed_flags.g + fixed_flags.h + fixed_flags.b;
}

struct __attribute__((packed)) packed {
	u8 a;
	u32 b : 20, c : 13;
	s16 d;
	s32 e : 21;
	u64 f : 37;
};

static long packed_fields(long a, long b)
{
	static struct packed fixed = { 1, 0x81234, 5, 6, -7, 0x1234567890 };
	struct packed x = { a, b, .e = a }, *p = &x;

	p->c -= b;
	p->d ^= p->b;
	p->f += fixed.f + (p->e >>= 2);
	fixed.b++;
	a = x.a + x.b + x.c + x.d + x.e + (long)x.f + fixed.b + fixed.c + fixed.d + fixed.e;
	fixed.b--;
	return a + sizeof(x);
}

/* ---- pointers ---- */

static long decayed(long a, char buf[10], const int m[2][3], long f(long))
{
	__typeof__(buf) p = buf + 2;
	char *q = buf;

	buf++;
	*buf = a;
	p -= 1;
	q += *p == (char)a;
	return *q + m[1][2] + (buf ? f(3) : 0) + sizeof(buf) + (p - buf) + (m + 1)[0][1] + 1 [buf];
}

static long pointers_to(long a, long b)
{
	char buf[10] = "123456789";
	int m[2][3] = { { 1, 2, 3 }, { 4, 5, 6 } };
	int *p = &m[0][0], *q = &m[1][1], (*row)[3] = m;
	u8 *byte = (u8 *)p;
	void *v = q;
	long r = decayed(a, buf, m, called);

	p += a & 3;
	q -= (u8)(b & 1);
	q = q + -1;
	r += *p++;
	r += *++p;
	r += *q--;
	r += p[-1] + (q - p) + (q < p) + (p == q) + row[1][a & 1];
	v += 4;
	v = (char *)v - 8;
	row++;
	r += *(int *)v + (*row)[b & 1] + **row + (long)(v - (void *)p) + byte[4] +
	     *(u16 *)(byte + 8);
	r += (&m[1] - &m[0]) + (u8 *)&m[1] - (u8 *)&m[0] + !p + (p && q) + sizeof(*row);
	return r;
}

static long containers(long a, long b)
{
	struct outer o = { .tag = 9, .in = { { 4 }, { 5 } } };
	struct inner *in = &o.in[a & 1];
	struct outer *p = container_of_(in, struct outer, in[a & 1 ? 1 : 0]);
	struct outer *q = container_of_(&o.in[1].y[2], struct outer, in[1].y[2]);

	return p->tag + q->in[0].x + (long)&((struct outer *)0)->in[1].x +
	       offsetof_(struct outer, high) + min_(a, b) + min_((u8)a, (u8)b);
}

/* ---- GNU C ---- */

static long trail;

static void leave_one(int *p)
{
	trail = trail * 10 + *p;
}

static void leave_two(long **p)
{
	trail = trail * 10 + 9;
}

#define auto_	    __attribute__((cleanup(leave_one)))
#define auto_of_(f) __attribute__((__cleanup__(leave_##f)))
#define scoped_(v)  for (int s auto_of_(one) = (v), done = 0; !done; done = 1)

static long cleaned(long a, long b)
{
	int x auto_ = 1;
	int unused __attribute__((unused)) = 5;

	for (int i = 0; i < 3; i++) {
		int y auto_ = 2;
		long *z auto_of_(two) = 0;

		if (a == i)
			continue;
		if (b == i)
			break;
		if ((a ^ b) == i)
			return trail * 7;
		y = 3;
	}
	scoped_(4)
	{
		if (a & 1)
			break;
		trail++;
	}
	if (b & 1) {
		int w auto_ = 5, v auto_ = 6;

		if (b & 2)
			goto out;
		x = 7;
	}
	{
	back:;
		int k auto_ = 8;

		if (trail < 100000 && (a & 2)) {
			trail += 100000;
			goto back;
		}
	}
	trail += ({
		int in_expr auto_ = 1;
		in_expr + 1;
	});
out:
	return trail + x;
}

static long cleanups(long a, long b)
{
	long r;

	trail = 0;
	r = cleaned(a & 7, b & 7);
	return r * 3 + trail;
}

static long expressions(long a, long b)
{
	long r = ({
		long t = a;
		if (b & 1)
			t++;
		t * 2;
	});

	r += ({
		goto_out:
			r & 3;
	});
	r += __builtin_choose_expr(sizeof(a) == 8, a, "no") + __builtin_choose_expr(0, "x", b);
	r += _Generic(a, int : 1, long : b, default : 3) + _Generic((char)1, char : 5, int : 6);
	r += _Generic(&r, long *: called, char *: twice)(4) + __builtin_constant_p(3) +
	     __builtin_types_compatible_p(__typeof__(a), long) +
	     2 * __builtin_types_compatible_p(__typeof__(r), int);
	r += __extension__(a, b) + (__extension__ r) + sizeof(__typeof__(a));
	return r + *&(int[]){ 1, 2, (int)a }[2] + ((char[]){ "abc" })[b & 3] + "wxyz"[a & 3] +
	       __func__[1];
}

#define OVERFLOW(type, op)                                                                         \
	({                                                                                         \
		type out_;                                                                         \
		bool o_ = __builtin_##op##_overflow((type)a, (type)b, &out_);                      \
		(long)out_ * 2 + o_;                                                               \
	})
#define OVERFLOWS(type) (OVERFLOW(type, add) + OVERFLOW(type, sub) * 3 + OVERFLOW(type, mul) * 7)

static long overflows(long a, long b)
{
	u8 small;
	bool cut = __builtin_add_overflow((int)a, (int)b, &small);
	u64 large;
	bool neg = __builtin_sub_overflow((u64)a, 1, &large);

	return OVERFLOWS(u8) + OVERFLOWS(s8) * 3 + OVERFLOWS(u16) + OVERFLOWS(s32) +
	       OVERFLOWS(u32) + OVERFLOWS(u64) + OVERFLOW(s64, add) * 5 + OVERFLOW(s64, sub) +
	       small + cut + (long)large + neg;
}

static long swaps(long a, long b)
{
	return __builtin_bswap16(a) + __builtin_bswap32(b) + __builtin_bswap64(a ^ b) +
	       __builtin_bswap32(0x12345678);
}

#define exchange_(p, v) __atomic_exchange_n(p, v, __ATOMIC_SEQ_CST)

static long atomics(long a, long b)
{
	int x = a, y = 3;
	long z = b;
	bool ok = __atomic_compare_exchange_n(&x, &y, (u8)b, 0, __ATOMIC_SEQ_CST, __ATOMIC_RELAXED);
	long r = ok + 2 * y + __atomic_load_n(&x, __ATOMIC_ACQUIRE);

	__atomic_store_n(&y, b, __ATOMIC_RELEASE);
	r = r * 3 + __atomic_add_fetch(&z, y, 0) + __atomic_fetch_sub(&x, 7, 0);
	r = r * 3 + exchange_(&y, x) + __atomic_fetch_or(&z, 5, 0) + __atomic_xor_fetch(&x, y, 0);
	return r * 3 + x + y + z;
}

static long many(long n, ...)
{
	return n;
}

static long calls(long a, long b)
{
	long (*fn)(long) = a & 1 ? called : &called;
	s64 (*const fns[])(s64) = { twice, thrice };
	u8 small = a;

	return fn(a) + (*fn)(b) + (**fn)(1) + fns[b & 1](a) + many((s8)small, small, 'x') +
	       (b & 2 ? twice : thrice)(small);
}

static long recursive(long n, long m)
{
	return n <= 0 ? m : n & 1 ? recursive(n - 1, m + n) : recursive(n / 2, m * 3);
}

static long recursions(long a, long b)
{
	return recursive(a & 1023, b);
}

const struct lower_case lower_cases_objects[] = {
	CASE(members),	   CASE(initialisers),	CASE(globals),	  CASE(by_value),
	CASE(bit_fields),  CASE(pointers_to),	CASE(containers), CASE(cleanups),
	CASE(expressions), CASE(overflows),	CASE(swaps),	  CASE(calls),
	CASE(recursions),  CASE(packed_fields), CASE(atomics),
};

const size_t nlower_cases_objects = sizeof(lower_cases_objects) / sizeof(*lower_cases_objects);
