/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* as the kernel for readers and children */
#ifndef KRT_LINUX_PROPERTY_H
#define KRT_LINUX_PROPERTY_H

#include <linux/fwnode.h>
#include <linux/types.h>
#include <linux/bits.h>
#include <linux/cleanup.h>
struct device;
struct device_node;
struct property_entry {
	const char *name;
	size_t length;
	bool is_inline;
	int type;
	const void *pointer;
	u64 value;
};
#define __KRT_PROP(T, sfx) \
	extern int device_property_read_##sfx(const struct device *dev, const char *name, T *val); \
	extern int device_property_read_##sfx##_array(const struct device *dev, const char *name, \
						      T *val, size_t nval); \
	extern int fwnode_property_read_##sfx(const struct fwnode_handle *fwnode, \
					      const char *name, T *val); \
	extern int fwnode_property_read_##sfx##_array(const struct fwnode_handle *fwnode, \
						      const char *name, T *val, size_t nval); \
	extern int device_property_count_##sfx(const struct device *dev, const char *name);
__KRT_PROP(u8, u8)
__KRT_PROP(u16, u16)
__KRT_PROP(u32, u32)
__KRT_PROP(u64, u64)
#undef __KRT_PROP
extern struct fwnode_handle *krt_dev_fwnode(const struct device *dev);
#define dev_fwnode(dev) krt_dev_fwnode(dev)
extern bool device_property_present(const struct device *dev, const char *propname);
extern bool device_property_read_bool(const struct device *dev, const char *propname);
extern int device_property_read_string(const struct device *dev, const char *propname,
				       const char **val);
extern int device_property_read_string_array(const struct device *dev, const char *propname,
					     const char **val, size_t nval);
extern int device_property_match_string(const struct device *dev, const char *propname,
					const char *string);
extern int device_property_match_property_string(const struct device *dev, const char *propname,
						 const char *const *array, size_t n);
extern bool fwnode_property_present(const struct fwnode_handle *fwnode, const char *propname);
extern bool fwnode_property_read_bool(const struct fwnode_handle *fwnode, const char *propname);
extern int fwnode_property_read_string(const struct fwnode_handle *fwnode, const char *propname,
				       const char **val);
extern struct fwnode_handle *device_get_next_child_node(const struct device *dev,
							struct fwnode_handle *child);
extern struct fwnode_handle *device_get_named_child_node(const struct device *dev,
							 const char *childname);
extern unsigned int device_get_child_node_count(const struct device *dev);
extern const void *device_get_match_data(const struct device *dev);
extern struct fwnode_handle *fwnode_handle_get(struct fwnode_handle *fwnode);
extern void fwnode_handle_put(struct fwnode_handle *fwnode);
extern const char *fwnode_get_name(const struct fwnode_handle *fwnode);
#define device_for_each_child_node(dev, child) \
	for (child = device_get_next_child_node(dev, NULL); child; \
	     child = device_get_next_child_node(dev, child))

#endif
