// SPDX-License-Identifier: MIT
/*
 * C at its most awkward. Nothing here is undefined or up to the compiler for
 * any arguments (but two's complement, as GNU C promises).
 */
#include <stdbool.h>

#include "tests/unit/lower_cases.h"

#pragma GCC diagnostic ignored "-Wunused-parameter"
#pragma GCC diagnostic ignored "-Wsizeof-array-argument"
#pragma GCC diagnostic ignored "-Wmissing-prototypes"
#pragma GCC diagnostic ignored "-Wshadow"
#pragma GCC diagnostic ignored "-Wimplicit-fallthrough"
#pragma GCC diagnostic ignored "-Wtype-limits"
#pragma GCC diagnostic ignored "-Woverride-init"
#pragma GCC diagnostic ignored "-Wparentheses"
#pragma GCC diagnostic ignored "-Wunused-value"
#pragma GCC diagnostic ignored "-Wsign-compare"
#pragma GCC diagnostic ignored "-Wswitch"
#pragma GCC diagnostic ignored "-Wmissing-field-initializers"
#pragma GCC diagnostic ignored "-Wmissing-braces"
#pragma GCC diagnostic ignored "-Wclobbered"
#pragma GCC diagnostic ignored "-Wunused-label"
#pragma GCC diagnostic ignored "-Wunused-variable"
#pragma GCC diagnostic ignored "-Wpointer-arith"
#pragma GCC diagnostic ignored "-Waddress"
#pragma GCC diagnostic ignored "-Wbool-operation"
#pragma GCC diagnostic ignored "-Wint-in-bool-context"

typedef unsigned char u8;
typedef signed char s8;
typedef unsigned short u16;
typedef short s16;
typedef unsigned int u32;
typedef int s32;
typedef unsigned long u64;
typedef long s64;

#define EINVAL		22
#define ENODEV		19
#define MY_ERROR	(-ENODEV)
#define offsetof_(t, m) __builtin_offsetof(t, m)
#define container_of_(p, t, m)                                                                     \
	({                                                                                         \
		void *mptr_ = (void *)(p);                                                         \
		((t *)(mptr_ - offsetof_(t, m)));                                                  \
	})
#define min_(a, b)                                                                                 \
	({                                                                                         \
		__typeof__(a) a_ = (a);                                                            \
		__typeof__(b) b_ = (b);                                                            \
		a_ < b_ ? a_ : b_;                                                                 \
	})

/* ---- integers ---- */

static long promotions(long a, long b)
{
	u8 x = a, y = b;
	s8 p = a, q = b;
	u16 m = a;
	s16 n = b;

	return (x + y) + (p - q) * 3 + (x << 3) + (~x) + (-m) + (n ^ p) + (x > p) + (m == n);
}

static long usual_conversions(long a, long b)
{
	s32 i = a;
	u32 u = b;
	s64 l = a;
	u64 v = b;

	return (i < u) + 2 * (i < (s64)u) + 4 * (l < v) + 8 * (-1 < u) + 16 * ((u8)i < (s8)u) +
	       (i + u) / 3 + (long)(l + v) % 7 + (u16)i * (u16)u % 1000u;
}

static long narrow_assignments(long a, long b)
{
	u8 x;
	s8 y;
	long r = (x = a);

	r = r * 3 + (y = b);
	x += y;
	r = r * 3 + x;
	y -= x * 7;
	r = r * 3 + y;
	x <<= 1;
	y >>= 1;
	x ^= 0x1ff;
	y |= 0x80;
	return r * 3 + x + y;
}

static long steps(long a, long b)
{
	u8 x = a;
	s8 y = b;
	s16 z = a + b;
	long r = x++;

	r = r * 5 + ++x;
	r = r * 5 + y--;
	r = r * 5 - --y;
	r += z++ * 5;
	r += --z;
	x += 250;
	return r * 256 + x + y + z;
}

static long booleans(long a, long b)
{
	bool p = a, q = b & 2, r = a == b;
	bool s = (void *)a;

	p += q;
	r |= !q;
	q ^= p;
	s++;
	p--;
	return p + 2 * q + 4 * r + 8 * s + 16 * !a + 32 * !!b + 64 * (p & q) + (bool)0.5;
}

static long shifts(long a, long b)
{
	u32 n = b & 31;

	return ((u32)a >> n) + ((s32)a >> n) + ((u32)a << n) + ((u64)a << (b & 63)) +
	       (a >> (u8)(b & 63)) + ((u8)a << (s8)(n & 7)) + (1ul << n);
}

static long divisions(long a, long b)
{
	s32 d = (s32)(b | 1), n = (s32)a / 2;
	u64 v = b ? b : 1;

	return n / d + n % d * 3 + (long)((u64)a / v) + (long)((u64)a % v) + (s8)a / 3 + (u8)a % 5 +
	       (s16)a / (d == -1 ? 2 : d);
}

static long compound_wide(long a, long b)
{
	s32 i = a & 0xffff;
	u32 u = b & 0xffff;

	i += (s64)b & 0x7fff;
	i /= 3u;
	i -= u;
	u *= i | 1;
	u >>= 3l;
	i = i & 0xfff;
	i <<= u & 3;
	u %= (b & 15) + 1;
	return i * 7 + u;
}

static long constants(long a, long b)
{
	enum { A = -3, B = 1u << 31, C };
	enum big { BIG = 0x1234567890 };
	enum big e = BIG;

	return A + B % 7 + C + e + 'a' + '\377' + L'x' + sizeof(u16[7]) + _Alignof(u64) +
	       0xffffffff + 2147483648 + -2147483648 + 010 + (u8)-1 + (a ? -EINVAL : MY_ERROR);
}

/* ---- control ---- */

static long conditions(long a, long b)
{
	long r = 0;

	if (a > 3 && b < 5 || !(a & 1))
		r += 1;
	if (!(a && b))
		r += 2;
	if ((a, b))
		r += 4;
	if (a ? b : a - 1)
		r += 8;
	if ((u8)a)
		r += 16;
	r += (a && b) * 32 + (a || b) * 64 + !(a || !b) * 128;
	if (__builtin_expect(!!(a > b), 1))
		r += 256;
	if (a == 1)
		r += 512;
	else if (a == 2)
		r += 1024;
	else if (b)
		r += 2048;
	else
		r += 4096;
	return r;
}

static long conditional_types(long a, long b)
{
	s32 i = a;
	u32 u = b;
	s8 c = a;
	long r = a & 1 ? i : u;

	r += (b & 1 ? c : 'x') + (a ?: b) + ((u8)a ?: -1) + (b > 0 ? -1 : (u64)a % 9);
	r += (a & 2 ? (long)&((char *)0)[5] : 3);
	return r;
}

static long count_calls;

static long called(long v)
{
	count_calls++;
	return v;
}

static long evaluated_once(long a, long b)
{
	long r;

	count_calls = 0;
	r = called(a) ?: called(b);
	r += called(a) && called(b);
	r += called(a) || called(b);
	r += called(a & 3) ? called(1) : (called(2), called(3));
	r += sizeof(called(a));
	return r * 10 + count_calls;
}

static long loops(long a, long b)
{
	long n = a & 15, m = b & 15, r = 0, i, j;

	for (i = 0; i < n; i++) {
		if (i == m)
			continue;
		if (i == 11)
			break;
		r += i;
	}
	for (; i > 0;)
		i -= 2;
	for (j = 0;; j++)
		if (j > m)
			break;
	for (; j < 20; j++)
		;
	for (int k = n, l = m; k < l; k++, l--)
		r = r * 3 + k;
	while (n--)
		r += n;
	do {
		r += m;
		if (r & 1)
			continue;
		r++;
	} while (m-- > 0);
	do
		r++;
	while (0);
	for (;;) {
		if (r++ > 1000)
			break;
		r += 200;
	}
	for (i = 3; i; i--, r++)
		for (j = 0; j < i; ++j)
			r += j;
	return r + i + j;
}

#define for_ever_     for (;;)
#define for_to_(i, n) for (; i < n; i++)
#define for_once_(c)  for (int done = 0; !done; done = 1)

static long macro_loops(long a, long b)
{
	long i = a & 7, n = b & 7, r = 0;

	for_to_(i, n) r += i;
	for_once_(a) r += 100;
	for_ever_
	{
		if (++r & 1)
			break;
	}
	return r;
}

static long switches(long a, long b)
{
	long r = 0;

	switch ((s32)a & 15) {
	case 0:
	case 1:
		r = 1;
	case 2 ... 4:
		r += 10;
		break;
	case 5: {
	case 6:
		r = 100;
		if (b & 1) {
		case 7:
			r += 1000;
			break;
		}
		r += 5;
	}
	default:
		r += 7;
	case 15:
		switch (b) {
		case -1:
			r -= 9;
			break;
		case 0x100000000:
			r -= 10;
		}
	}
	switch ((u8)b) {
	case 255:
		r += 3;
	}
	switch ((s8)b) {
	case -1:
		return r + 77;
	case -100 ... - 2:
		return r + 88;
	}
	return r;
}

static long duff(long a, long b)
{
	long n = (a & 15) + 1, r = 0, rounds = (n + 3) / 4;

	switch (n % 4) {
	case 0:
		do {
			r = r * 2 + 1;
		case 3:
			r = r * 2 + (b & 1);
		case 2:
			r = r * 2;
		case 1:
			r += 3;
		} while (--rounds > 0);
	}
	return r;
}

static long gotos(long a, long b)
{
	long r = 0, i = a & 7;

	if (b & 1)
		goto inside;
again:
	r += 10;
	while (i > 0) {
		i--;
		if (b & 2)
			goto out;
	inside:
		r++;
	}
	if (r < 40)
		goto again;
out:
	return r;
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

#define CASE(fn)                                                                                   \
	{                                                                                          \
#fn, fn                                                                            \
	}

const struct lower_case lower_cases[] = {
	CASE(promotions),
	CASE(usual_conversions),
	CASE(narrow_assignments),
	CASE(steps),
	CASE(booleans),
	CASE(shifts),
	CASE(divisions),
	CASE(compound_wide),
	CASE(constants),
	CASE(conditions),
	CASE(conditional_types),
	CASE(evaluated_once),
	CASE(loops),
	CASE(macro_loops),
	CASE(switches),
	CASE(duff),
	CASE(gotos),
	CASE(members),
	CASE(initialisers),
	CASE(globals),
	CASE(by_value),
	CASE(bit_fields),
	CASE(pointers_to),
	CASE(containers),
	CASE(cleanups),
	CASE(expressions),
	CASE(overflows),
	CASE(swaps),
	CASE(calls),
	CASE(recursions),
	CASE(atomics),
};

const size_t nlower_cases = sizeof(lower_cases) / sizeof(*lower_cases);
