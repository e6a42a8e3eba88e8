/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* as the kernel, plain functions without the fortified wrappers */
#ifndef KRT_LINUX_STRING_H
#define KRT_LINUX_STRING_H

#include <linux/args.h>
#include <linux/array_size.h>
#include <linux/compiler.h>
#include <linux/err.h>
#include <linux/errno.h>
#include <linux/overflow.h>
#include <linux/stdarg.h>
#include <linux/stddef.h>
#include <linux/types.h>

extern void *memset(void *s, int c, size_t n);
extern void *memset16(u16 *s, u16 v, size_t n);
extern void *memset32(u32 *s, u32 v, size_t n);
extern void *memset64(u64 *s, u64 v, size_t n);
extern void *memcpy(void *dest, const void *src, size_t n);
extern void *memmove(void *dest, const void *src, size_t n);
extern void *memscan(void *addr, int c, size_t size);
extern int memcmp(const void *a, const void *b, size_t n);
extern int bcmp(const void *a, const void *b, size_t n);
extern void *memchr(const void *s, int c, size_t n);
extern void *memchr_inv(const void *s, int c, size_t n);
extern bool mem_is_zero(const void *s, size_t n);
extern char *strreplace(char *str, char old, char new);
extern void memzero_explicit(void *s, size_t count);
extern void memcpy_and_pad(void *dest, size_t dest_len, const void *src, size_t count, int pad);

extern size_t strlen(const char *s);
extern size_t strnlen(const char *s, size_t n);
extern char *strcpy(char *dest, const char *src);
extern char *strncpy(char *dest, const char *src, size_t n);
extern size_t strlcpy(char *dest, const char *src, size_t size);
extern size_t strlcat(char *dest, const char *src, size_t size);
extern ssize_t strscpy(char *dest, const char *src, size_t size);
extern ssize_t strscpy_pad(char *dest, const char *src, size_t size);
extern char *stpcpy(char *dest, const char *src);
extern char *strcat(char *dest, const char *src);
extern char *strncat(char *dest, const char *src, size_t n);
extern int strcmp(const char *a, const char *b);
extern int strncmp(const char *a, const char *b, size_t n);
extern int strcasecmp(const char *a, const char *b);
extern int strncasecmp(const char *a, const char *b, size_t n);
extern char *strchr(const char *s, int c);
extern char *strchrnul(const char *s, int c);
extern char *strnchrnul(const char *s, size_t n, int c);
extern char *strnchr(const char *s, size_t n, int c);
extern char *strrchr(const char *s, int c);
extern char *strstr(const char *s, const char *what);
extern char *strnstr(const char *s, const char *what, size_t n);
extern char *strpbrk(const char *s, const char *accept);
extern char *strsep(char **s, const char *delim);
extern size_t strspn(const char *s, const char *accept);
extern size_t strcspn(const char *s, const char *reject);
extern char *__must_check skip_spaces(const char *s);
extern char *strim(char *s);

static inline __must_check char *strstrip(char *s)
{
	return strim(s);
}

/* Since 6.10 the size may be left out for an array; the three-argument form stays a plain call. */
#define __krt_strscpy3(fn, dst, src, size) fn(dst, src, size)
#define __krt_strscpy2(fn, dst, src) fn(dst, src, sizeof(dst) + __must_be_array(dst))
#define __krt_strscpy_n(_1, _2, _3, name, ...) name
#define strscpy(...) \
	__krt_strscpy_n(__VA_ARGS__, __krt_strscpy3, __krt_strscpy2, )(strscpy, __VA_ARGS__)
#define strscpy_pad(...) \
	__krt_strscpy_n(__VA_ARGS__, __krt_strscpy3, __krt_strscpy2, )(strscpy_pad, __VA_ARGS__)

#define strtomem(dest, src) memcpy(dest, src, min(sizeof(dest), strlen(src)))
#define strtomem_pad(dest, src, pad) memcpy_and_pad(dest, sizeof(dest), src, strlen(src), pad)

extern bool sysfs_streq(const char *a, const char *b);
extern int match_string(const char *const *array, size_t n, const char *string);
extern int __sysfs_match_string(const char *const *array, size_t n, const char *s);
#define sysfs_match_string(_a, _s) __sysfs_match_string(_a, ARRAY_SIZE(_a), _s)

extern __malloc char *kstrdup(const char *s, gfp_t gfp);
extern const char *kstrdup_const(const char *s, gfp_t gfp);
extern void kfree_const(const void *x);
extern __malloc char *kstrndup(const char *s, size_t len, gfp_t gfp);
extern void *kmemdup(const void *src, size_t len, gfp_t gfp);
extern void *kvmemdup(const void *src, size_t len, gfp_t gfp);
extern char *kmemdup_nul(const char *s, size_t len, gfp_t gfp);
extern void *kmemdup_array(const void *src, size_t count, size_t element_size, gfp_t gfp);
extern char **argv_split(gfp_t gfp, const char *str, int *argcp);
extern void argv_free(char **argv);

extern char *strndup_user(const char __user *s, long n);
extern void *memdup_user(const void __user *src, size_t len);
extern void *vmemdup_user(const void __user *src, size_t len);
extern void *memdup_array_user(const void __user *src, size_t n, size_t size);
extern void *memdup_user_nul(const void __user *src, size_t len);

extern int vbin_printf(u32 *bin_buf, size_t size, const char *fmt, va_list args);
extern ssize_t memory_read_from_buffer(void *to, size_t count, loff_t *ppos, const void *from,
				       size_t available);

static inline const char *kbasename(const char *path)
{
	const char *tail = strrchr(path, '/');

	return tail ? tail + 1 : path;
}

static inline bool strstarts(const char *str, const char *prefix)
{
	return strncmp(str, prefix, strlen(prefix)) == 0;
}

static inline size_t str_has_prefix(const char *str, const char *prefix)
{
	size_t len = strlen(prefix);

	return strncmp(str, prefix, len) == 0 ? len : 0;
}

#endif
