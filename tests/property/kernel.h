/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_TESTS_PROPERTY_KERNEL_H
#define MIGVER_TESTS_PROPERTY_KERNEL_H

#include <stdbool.h>
#include <stddef.h>

/*
 * What the generated functions find outside: three globals, and the kernel's
 * helpers that libc lacks or has with another meaning.
 */
extern int kernel_g0 __asm__("g0");
extern unsigned char kernel_g1 __asm__("g1");
extern long kernel_g2 __asm__("g2");

int scnprintf(char *buf, size_t size, const char *format, ...);
long strscpy(char *dest, const char *src, size_t size);
size_t kernel_strlcpy(char *dest, const char *src, size_t size) __asm__("strlcpy");
bool sysfs_streq(const char *a, const char *b);
int kstrtoint(const char *s, unsigned int base, int *res);
int kstrtouint(const char *s, unsigned int base, unsigned int *res);
int kstrtou8(const char *s, unsigned int base, unsigned char *res);
int kstrtou16(const char *s, unsigned int base, unsigned short *res);
int kstrtos16(const char *s, unsigned int base, short *res);
int kstrtol(const char *s, unsigned int base, long *res);
int kstrtoul(const char *s, unsigned int base, unsigned long *res);
int kstrtobool(const char *s, bool *res);
size_t kernel_strlcat(char *dest, const char *src, size_t size) __asm__("strlcat");
int kernel_sscanf(const char *s, const char *format, ...) __asm__("sscanf");

#endif
