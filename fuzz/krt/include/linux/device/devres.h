/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* as the kernel */
#ifndef KRT_LINUX_DEVICE_DEVRES_H
#define KRT_LINUX_DEVICE_DEVRES_H

#include <linux/types.h>
#include <linux/overflow.h>
#include <linux/stdarg.h>
struct device;
struct resource;
struct device_node;
typedef void (*dr_release_t)(struct device *dev, void *res);
typedef int (*dr_match_t)(struct device *dev, void *res, void *match_data);
extern void *devres_alloc(dr_release_t release, size_t size, gfp_t gfp);
extern void devres_free(void *res);
extern void devres_add(struct device *dev, void *res);
extern void *devres_find(struct device *dev, dr_release_t release, dr_match_t match,
			 void *match_data);
extern int devres_release(struct device *dev, dr_release_t release, dr_match_t match,
			  void *match_data);
extern int devres_destroy(struct device *dev, dr_release_t release, dr_match_t match,
			  void *match_data);
extern void *__must_check devres_open_group(struct device *dev, void *id, gfp_t gfp);
extern void devres_close_group(struct device *dev, void *id);
extern int devres_release_group(struct device *dev, void *id);
extern __malloc void *devm_kmalloc(struct device *dev, size_t size, gfp_t gfp);
extern __malloc void *devm_kzalloc(struct device *dev, size_t size, gfp_t gfp);
extern void *devm_kmalloc_array(struct device *dev, size_t n, size_t size, gfp_t flags);
extern void *devm_kcalloc(struct device *dev, size_t n, size_t size, gfp_t flags);
extern void *__must_check devm_krealloc(struct device *dev, void *ptr, size_t size, gfp_t gfp);
extern void devm_kfree(struct device *dev, const void *p);
extern __malloc char *devm_kstrdup(struct device *dev, const char *s, gfp_t gfp);
extern const char *devm_kstrdup_const(struct device *dev, const char *s, gfp_t gfp);
extern void *devm_kmemdup(struct device *dev, const void *src, size_t len, gfp_t gfp);
extern __printf(3, 4) __malloc char *devm_kasprintf(struct device *dev, gfp_t gfp,
						    const char *fmt, ...);
extern __printf(3, 0) __malloc char *devm_kvasprintf(struct device *dev, gfp_t gfp,
						     const char *fmt, va_list ap);
extern unsigned long devm_get_free_pages(struct device *dev, gfp_t gfp_mask, unsigned int order);
extern void *devm_ioremap_resource(struct device *dev, const struct resource *res);
extern void *devm_of_iomap(struct device *dev, struct device_node *node, int index,
			   resource_size_t *size);
extern int krt_devm_add_action(struct device *dev, void (*action)(void *), void *data);
extern int krt_devm_add_action_or_reset(struct device *dev, void (*action)(void *), void *data);
#define devm_add_action(dev, action, data) krt_devm_add_action(dev, action, data)
#define devm_add_action_or_reset(dev, action, data) \
	krt_devm_add_action_or_reset(dev, action, data)
extern void devm_remove_action(struct device *dev, void (*action)(void *), void *data);
extern void devm_release_action(struct device *dev, void (*action)(void *), void *data);
extern void *__devm_alloc_percpu(struct device *dev, size_t size, size_t align);

#endif
