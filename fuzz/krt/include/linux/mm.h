/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced: mapping into user space, page helpers */
#ifndef KRT_LINUX_MM_H
#define KRT_LINUX_MM_H

#include <linux/errno.h>
#include <linux/mmzone.h>
#include <linux/gfp.h>
#include <linux/list.h>
#include <linux/mm_types.h>
#include <linux/slab.h>
#include <linux/pfn.h>
#include <linux/overflow.h>
#include <linux/sched.h>
#include <asm/page.h>

#define VM_NONE 0x00000000
#define VM_READ 0x00000001
#define VM_WRITE 0x00000002
#define VM_EXEC 0x00000004
#define VM_SHARED 0x00000008
#define VM_MAYREAD 0x00000010
#define VM_MAYWRITE 0x00000020
#define VM_MAYEXEC 0x00000040
#define VM_MAYSHARE 0x00000080
#define VM_PFNMAP 0x00000400
#define VM_IO 0x00004000
#define VM_DONTCOPY 0x00020000
#define VM_DONTEXPAND 0x00040000
#define VM_DONTDUMP 0x04000000
#define VM_MIXEDMAP 0x10000000
#define VM_FAULT_OOM 0x000001
#define VM_FAULT_SIGBUS 0x000002
#define VM_FAULT_NOPAGE 0x000100
#define VM_FAULT_LOCKED 0x000200
#define VM_FAULT_RETRY 0x000400
#define FOLL_WRITE 0x01
#define FOLL_LONGTERM 0x100

struct vm_fault {
	struct vm_area_struct *vma;
	gfp_t gfp_mask;
	pgoff_t pgoff;
	unsigned long address;
	unsigned int flags;
	struct page *page;
};

struct vm_operations_struct {
	void (*open)(struct vm_area_struct *area);
	void (*close)(struct vm_area_struct *area);
	int (*mremap)(struct vm_area_struct *area);
	vm_fault_t (*fault)(struct vm_fault *vmf);
	vm_fault_t (*page_mkwrite)(struct vm_fault *vmf);
	int (*access)(struct vm_area_struct *vma, unsigned long addr, void *buf, int len,
		      int write);
};

#define PAGE_ALIGN(addr) ALIGN(addr, PAGE_SIZE)
#define PAGE_ALIGN_DOWN(addr) ALIGN_DOWN(addr, PAGE_SIZE)
#define PAGE_ALIGNED(addr) IS_ALIGNED((unsigned long)(addr), PAGE_SIZE)
#define offset_in_page(p) ((unsigned long)(p) & ~PAGE_MASK)
#define untagged_addr(addr) (addr)

extern int remap_pfn_range(struct vm_area_struct *vma, unsigned long addr, unsigned long pfn,
			   unsigned long size, pgprot_t prot);
extern int io_remap_pfn_range(struct vm_area_struct *vma, unsigned long addr, unsigned long pfn,
			      unsigned long size, pgprot_t prot);
extern int vm_iomap_memory(struct vm_area_struct *vma, phys_addr_t start, unsigned long len);
extern int vm_insert_page(struct vm_area_struct *vma, unsigned long addr, struct page *page);
extern vm_fault_t vmf_insert_pfn(struct vm_area_struct *vma, unsigned long addr,
				 unsigned long pfn);
extern pgprot_t pgprot_noncached(pgprot_t prot);
extern pgprot_t pgprot_writecombine(pgprot_t prot);
extern pgprot_t vm_get_page_prot(unsigned long vm_flags);
extern void vm_flags_set(struct vm_area_struct *vma, vm_flags_t flags);
extern void vm_flags_clear(struct vm_area_struct *vma, vm_flags_t flags);
extern struct page *virt_to_page_krt(const void *addr);
#define virt_to_page(addr) virt_to_page_krt((const void *)(addr))
extern void *page_address(const struct page *page);
extern unsigned long page_to_pfn(const struct page *page);
extern struct page *pfn_to_page(unsigned long pfn);
extern bool pfn_valid(unsigned long pfn);
extern phys_addr_t page_to_phys(const struct page *page);
extern phys_addr_t virt_to_phys(volatile void *address);
extern void *phys_to_virt(phys_addr_t address);
extern bool virt_addr_valid(const volatile void *addr);
extern void get_page(struct page *page);
extern void put_page(struct page *page);
extern int get_order(unsigned long size);
extern int set_page_dirty(struct page *page);
extern int set_page_dirty_lock(struct page *page);
extern void SetPageReserved(struct page *page);
extern void ClearPageReserved(struct page *page);
extern long get_user_pages_fast(unsigned long start, int nr, unsigned int flags,
				struct page **pages);
extern int pin_user_pages_fast(unsigned long start, int nr, unsigned int flags,
			       struct page **pages);
extern void unpin_user_page(struct page *page);
extern void unpin_user_pages(struct page **pages, unsigned long npages);
extern void mmap_read_lock(struct mm_struct *mm);
extern void mmap_read_unlock(struct mm_struct *mm);
extern void mmap_write_lock(struct mm_struct *mm);
extern void mmap_write_unlock(struct mm_struct *mm);
extern void mmput(struct mm_struct *mm);
extern void mmgrab(struct mm_struct *mm);
extern void mmdrop(struct mm_struct *mm);
extern unsigned long totalram_pages(void);

static inline unsigned long vma_pages(struct vm_area_struct *vma)
{
	return (vma->vm_end - vma->vm_start) >> PAGE_SHIFT;
}

#endif
