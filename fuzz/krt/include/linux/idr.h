/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* as the kernel, walks as functions */
#ifndef KRT_LINUX_IDR_H
#define KRT_LINUX_IDR_H

#include <linux/xarray.h>
#include <linux/gfp.h>
#include <linux/types.h>
struct idr {
	struct xarray idr_rt;
	unsigned int idr_base;
	unsigned int idr_next;
};
#define IDR_INIT(name) { .idr_base = 0 }
#define DEFINE_IDR(name) struct idr name = IDR_INIT(name)
extern void idr_init(struct idr *idr);
extern void idr_init_base(struct idr *idr, int base);
extern void idr_destroy(struct idr *idr);
extern void idr_preload(gfp_t gfp_mask);
extern void idr_preload_end(void);
extern int idr_alloc(struct idr *idr, void *ptr, int start, int end, gfp_t gfp);
extern int __must_check idr_alloc_u32(struct idr *idr, void *ptr, u32 *id, unsigned long max,
				      gfp_t gfp);
extern int idr_alloc_cyclic(struct idr *idr, void *ptr, int start, int end, gfp_t gfp);
extern void *idr_remove(struct idr *idr, unsigned long id);
extern void *idr_find(const struct idr *idr, unsigned long id);
extern void *idr_replace(struct idr *idr, void *ptr, unsigned long id);
extern int idr_for_each(const struct idr *idr, int (*fn)(int id, void *p, void *data), void *data);
extern void *idr_get_next(struct idr *idr, int *nextid);
extern bool idr_is_empty(const struct idr *idr);
#define idr_for_each_entry(idr, entry, id) \
	for (id = 0; ((entry) = idr_get_next(idr, &(id))) != NULL; id += 1U)
#define idr_for_each_entry_continue(idr, entry, id) \
	for ((entry) = idr_get_next((idr), &(id)); entry; \
	     ++id, (entry) = idr_get_next((idr), &(id)))

struct ida {
	struct xarray xa;
};
#define IDA_INIT(name) { .xa = { .xa_flags = 0 } }
#define DEFINE_IDA(name) struct ida name = IDA_INIT(name)
extern int ida_alloc_range(struct ida *ida, unsigned int min, unsigned int max, gfp_t gfp);
extern void ida_free(struct ida *ida, unsigned int id);
extern void ida_destroy(struct ida *ida);
extern void ida_init(struct ida *ida);
extern int ida_alloc(struct ida *ida, gfp_t gfp);
extern int ida_alloc_min(struct ida *ida, unsigned int min, gfp_t gfp);
extern int ida_alloc_max(struct ida *ida, unsigned int max, gfp_t gfp);
#define ida_simple_get(ida, start, end, gfp) ida_alloc_range(ida, start, (end)-1, gfp)
#define ida_simple_remove(ida, id) ida_free(ida, id)

#endif
