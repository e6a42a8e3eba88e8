/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced: page, mapping and address space as drivers see them */
#ifndef KRT_LINUX_MM_TYPES_H
#define KRT_LINUX_MM_TYPES_H

#include <linux/types.h>
#include <linux/rwsem.h>
#include <linux/mutex.h>
#include <linux/completion.h>
#include <linux/rbtree.h>

struct address_space;
struct file;
struct vm_operations_struct;

typedef unsigned int vm_fault_t;
typedef unsigned long vm_flags_t;

struct page {
	unsigned long flags;
	struct list_head lru;
	struct address_space *mapping;
	pgoff_t index;
	unsigned long private;
	atomic_t _refcount;
};

struct mm_struct {
	struct rw_semaphore mmap_lock;
	unsigned long locked_vm;
	unsigned long total_vm;
	atomic64_t pinned_vm;
	atomic_t mm_users;
	unsigned long start_stack;
};

struct vm_area_struct {
	unsigned long vm_start;
	unsigned long vm_end;
	struct mm_struct *vm_mm;
	pgprot_t vm_page_prot;
	unsigned long vm_flags;
	const struct vm_operations_struct *vm_ops;
	unsigned long vm_pgoff;
	struct file *vm_file;
	void *vm_private_data;
};

#endif
