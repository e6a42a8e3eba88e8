// SPDX-License-Identifier: MIT
/*
 * C at its most awkward. Nothing here is undefined or up to the compiler for
 * any arguments (but two's complement, as GNU C promises).
 */
#include "tests/unit/lower_cases_prelude.h"

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
};

const size_t nlower_cases = sizeof(lower_cases) / sizeof(*lower_cases);
