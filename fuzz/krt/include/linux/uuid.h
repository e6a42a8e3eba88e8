/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* as the kernel */
#ifndef KRT_LINUX_UUID_H
#define KRT_LINUX_UUID_H

#include <linux/types.h>
#define UUID_SIZE 16
#define UUID_STRING_LEN 36
typedef struct {
	__u8 b[UUID_SIZE];
} guid_t;
typedef struct {
	__u8 b[UUID_SIZE];
} uuid_t;
typedef guid_t uuid_le;
#define GUID_INIT(a, b, c, d0, d1, d2, d3, d4, d5, d6, d7) \
	((guid_t){ { (a) & 0xff, ((a) >> 8) & 0xff, ((a) >> 16) & 0xff, ((a) >> 24) & 0xff, \
		     (b) & 0xff, ((b) >> 8) & 0xff, (c) & 0xff, ((c) >> 8) & 0xff, \
		     (d0), (d1), (d2), (d3), (d4), (d5), (d6), (d7) } })
#define UUID_INIT(a, b, c, d0, d1, d2, d3, d4, d5, d6, d7) \
	((uuid_t){ { ((a) >> 24) & 0xff, ((a) >> 16) & 0xff, ((a) >> 8) & 0xff, (a) & 0xff, \
		     ((b) >> 8) & 0xff, (b) & 0xff, ((c) >> 8) & 0xff, (c) & 0xff, \
		     (d0), (d1), (d2), (d3), (d4), (d5), (d6), (d7) } })
#define UUID_LE(a, b, c, d0, d1, d2, d3, d4, d5, d6, d7) \
	GUID_INIT(a, b, c, d0, d1, d2, d3, d4, d5, d6, d7)
#define NULL_UUID_LE UUID_LE(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
extern const guid_t guid_null;
extern const uuid_t uuid_null;
extern void generate_random_uuid(unsigned char uuid[16]);
extern void generate_random_guid(unsigned char guid[16]);
extern void guid_gen(guid_t *u);
extern void uuid_gen(uuid_t *u);
extern bool __must_check uuid_is_valid(const char *uuid);
extern int guid_parse(const char *uuid, guid_t *u);
extern int uuid_parse(const char *uuid, uuid_t *u);
extern bool guid_equal(const guid_t *u1, const guid_t *u2);
extern bool uuid_equal(const uuid_t *u1, const uuid_t *u2);
extern bool guid_is_null(const guid_t *guid);
extern bool uuid_is_null(const uuid_t *uuid);
extern void guid_copy(guid_t *dst, const guid_t *src);
extern void uuid_copy(uuid_t *dst, const uuid_t *src);
extern void import_guid(guid_t *dst, const __u8 *src);
extern void export_guid(__u8 *dst, const guid_t *src);
extern int uuid_le_cmp(const guid_t u1, const guid_t u2);

#endif
