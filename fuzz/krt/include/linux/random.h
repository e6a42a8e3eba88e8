/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* as the kernel */
#ifndef KRT_LINUX_RANDOM_H
#define KRT_LINUX_RANDOM_H

#include <linux/bug.h>
#include <linux/kernel.h>
#include <linux/list.h>
extern void get_random_bytes(void *buf, size_t len);
extern u8 get_random_u8(void);
extern u16 get_random_u16(void);
extern u32 get_random_u32(void);
extern u64 get_random_u64(void);
extern unsigned long get_random_long(void);
extern u32 get_random_u32_below(u32 ceil);
extern u32 get_random_u32_inclusive(u32 floor, u32 ceil);
extern int wait_for_random_bytes(void);
extern int get_random_bytes_wait(void *buf, size_t nbytes);
extern void add_device_randomness(const void *buf, size_t len);
#define get_random_int() get_random_u32()
extern u32 prandom_u32(void);
extern u32 prandom_u32_max(u32 ep_ro);
extern void prandom_bytes(void *buf, size_t nbytes);

#endif
