// SPDX-License-Identifier: MIT
/* Bitmaps as text, as lib/vsprintf.c and lib/bitmap-str.c of the kernel print them. */
#include "absint/concrete.h"

static bool has_bit(const char *bytes, size_t i)
{
	return (unsigned char)bytes[i / 8] >> (i % 8) & 1;
}

/* "1-3,7" */
static void add_list(struct strbuf *out, const char *bytes, size_t n)
{
	const char *gap = "";
	size_t end;

	for (size_t i = 0; i < n; i = end + 1) {
		for (end = i; end < n && has_bit(bytes, end);)
			end++;
		if (end == i)
			continue;
		strbuf_addf(out, end - i == 1 ? "%s%zu" : "%s%zu-%zu", gap, i, end - 1);
		gap = ",";
	}
}

/* Groups of 32 bits, the highest first, which has no more digits than it needs for its bits. */
static void add_groups(struct strbuf *out, const char *bytes, size_t n)
{
	for (size_t group = (n + 31) / 32; group--;) {
		size_t bits = n - group * 32 < 32 ? n - group * 32 : 32;
		uint32_t v = 0;

		for (size_t i = 0; i < bits; i++)
			v |= (uint32_t)has_bit(bytes, group * 32 + i) << i;
		strbuf_addf(out, "%0*x%s", (int)(bits + 3) / 4, v, group ? "," : "");
	}
}

void add_bitmap(struct strbuf *out, const char *bytes, size_t n, bool list)
{
	(list ? add_list : add_groups)(out, bytes, n);
}

/* bitmap_print_to_pagebuf(list, buf, mask, n) */
bool exact_bitmap_print_to_pagebuf(struct exact *x)
{
	struct aval mask = exact_arg(x, 2), buf = exact_arg(x, 1);
	const char *bytes = NULL;
	struct strbuf out;
	wide list;
	size_t n;

	if (exact_number(x, 0, &list) && exact_size(x, 3, &n) && n && n <= MAX_BITS && mask.region)
		bytes = bytes_exactly(x->e, x->s, mask, BITMAP_BYTES(n));
	if (!bytes || !buf.region)
		return false;
	strbuf_init(&out, x->e->arena);
	add_bitmap(&out, bytes, n, list != 0);
	strbuf_addc(&out, '\n');
	return bytes_put(x->e, x->s, buf, out.s, out.n + 1) && exact_result(x, (wide)out.n);
}
