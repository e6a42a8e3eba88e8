/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* Shared by the files of the printf family. */
#ifndef KRT_FORMAT_H
#define KRT_FORMAT_H

#include "internal.h"

/* Where a format goes: n bytes so far, of which those past size are only counted. */
struct krt_out {
	char *buf;
	size_t size, n;
};

/* A conversion as read; width and precision are -1 when not given. */
struct krt_spec {
	unsigned left : 1, plus : 1, space : 1, special : 1, zero : 1;
	unsigned lower : 1, is_signed : 1;
	char qualifier; /* h, l, L (ll or L), H (hh), z, t, or 0 */
	int base, width, precision;
};

void krt_put(struct krt_out *o, char c);
void krt_pad(struct krt_out *o, char c, int n);
void krt_put_text(struct krt_out *o, const char *s, int len, struct krt_spec spec);
void krt_put_string(struct krt_out *o, const char *s, struct krt_spec spec);
void krt_put_number(struct krt_out *o, unsigned long long value, struct krt_spec spec);
void krt_put_format(struct krt_out *o, const char *fmt, va_list args);

/* `fmt` stands behind the p; returns the format behind the conversion. */
const char *krt_put_pointer(struct krt_out *o, const char *fmt, void *ptr, struct krt_spec spec);

#endif
