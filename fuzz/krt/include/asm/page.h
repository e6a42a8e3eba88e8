/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* as the kernel on x86-64: 4 KiB pages */
#ifndef KRT_ASM_PAGE_H
#define KRT_ASM_PAGE_H

#include <linux/const.h>
#include <linux/types.h>
#define PAGE_SHIFT 12
#define PAGE_SIZE (_AC(1, UL) << PAGE_SHIFT)
#define PAGE_MASK (~(PAGE_SIZE - 1))
#define __pa(x) ((unsigned long)(x))
#define __va(x) ((void *)((unsigned long)(x)))
extern void clear_page(void *page);
extern void copy_page(void *to, const void *from);

#endif
