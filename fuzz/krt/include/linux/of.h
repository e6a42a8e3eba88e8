/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced: nodes and property readers */
#ifndef KRT_LINUX_OF_H
#define KRT_LINUX_OF_H

#include <linux/types.h>
#include <linux/bitops.h>
#include <linux/errno.h>
#include <linux/kobject.h>
#include <linux/mod_devicetable.h>
#include <linux/property.h>
#include <linux/list.h>
#include <linux/fwnode.h>
#include <asm/byteorder.h>
typedef u32 phandle;
struct property {
	char *name;
	int length;
	void *value;
	struct property *next;
};
struct device_node {
	const char *name;
	phandle phandle;
	const char *full_name;
	struct fwnode_handle fwnode;
	struct property *properties;
	struct device_node *parent;
	struct device_node *child;
	struct device_node *sibling;
	struct kobject kobj;
	void *data;
};
#define MAX_PHANDLE_ARGS 16
struct of_phandle_args {
	struct device_node *np;
	int args_count;
	uint32_t args[MAX_PHANDLE_ARGS];
};
#define of_match_ptr(_ptr) (_ptr)
#define of_fwnode_handle(node) (&(node)->fwnode)
extern struct device_node *to_of_node(const struct fwnode_handle *fwnode);
extern struct device_node *of_root;
extern struct device_node *of_node_get(struct device_node *node);
extern void of_node_put(struct device_node *node);
extern const char *of_node_full_name(const struct device_node *np);
extern bool of_node_name_eq(const struct device_node *np, const char *name);
extern struct device_node *of_find_node_by_name(struct device_node *from, const char *name);
extern struct device_node *of_find_node_by_path(const char *path);
extern struct device_node *of_find_compatible_node(struct device_node *from, const char *type,
						   const char *compat);
extern struct device_node *of_find_matching_node(struct device_node *from,
						 const struct of_device_id *matches);
extern struct device_node *of_get_parent(const struct device_node *node);
extern struct device_node *of_get_next_child(const struct device_node *node,
					     struct device_node *prev);
extern struct device_node *of_get_next_available_child(const struct device_node *node,
						       struct device_node *prev);
extern struct device_node *of_get_child_by_name(const struct device_node *node, const char *name);
extern struct device_node *of_parse_phandle(const struct device_node *np, const char *name,
					    int index);
extern int of_parse_phandle_with_args(const struct device_node *np, const char *list_name,
				      const char *cells_name, int index,
				      struct of_phandle_args *out_args);
extern int of_get_child_count(const struct device_node *np);
extern int of_get_available_child_count(const struct device_node *np);
extern const void *of_get_property(const struct device_node *node, const char *name, int *lenp);
extern struct property *of_find_property(const struct device_node *np, const char *name,
					 int *lenp);
extern bool of_property_read_bool(const struct device_node *np, const char *propname);
extern bool of_property_present(const struct device_node *np, const char *propname);
extern int of_property_read_u8(const struct device_node *np, const char *propname, u8 *out);
extern int of_property_read_u16(const struct device_node *np, const char *propname, u16 *out);
extern int of_property_read_u32(const struct device_node *np, const char *propname, u32 *out);
extern int of_property_read_s32(const struct device_node *np, const char *propname, s32 *out);
extern int of_property_read_u64(const struct device_node *np, const char *propname, u64 *out);
extern int of_property_read_u32_index(const struct device_node *np, const char *propname,
				      u32 index, u32 *out);
extern int of_property_read_u8_array(const struct device_node *np, const char *propname, u8 *out,
				     size_t sz);
extern int of_property_read_u16_array(const struct device_node *np, const char *propname,
				      u16 *out, size_t sz);
extern int of_property_read_u32_array(const struct device_node *np, const char *propname,
				      u32 *out, size_t sz);
extern int of_property_read_string(const struct device_node *np, const char *propname,
				   const char **out);
extern int of_property_read_string_index(const struct device_node *np, const char *propname,
					 int index, const char **out);
extern int of_property_match_string(const struct device_node *np, const char *propname,
				    const char *string);
extern int of_property_count_strings(const struct device_node *np, const char *propname);
extern int of_property_count_u32_elems(const struct device_node *np, const char *propname);
extern int of_property_count_elems_of_size(const struct device_node *np, const char *propname,
					   int elem_size);
extern int of_device_is_compatible(const struct device_node *device, const char *name);
extern int of_machine_is_compatible(const char *compat);
extern bool of_device_is_available(const struct device_node *device);
extern const struct of_device_id *of_match_node(const struct of_device_id *matches,
						const struct device_node *node);
extern int of_alias_get_id(struct device_node *np, const char *stem);
extern const void *of_device_get_match_data(const struct device *dev);
extern const struct of_device_id *of_match_device(const struct of_device_id *matches,
						  const struct device *dev);
#define for_each_child_of_node(parent, child) \
	for (child = of_get_next_child(parent, NULL); child != NULL; \
	     child = of_get_next_child(parent, child))
#define for_each_available_child_of_node(parent, child) \
	for (child = of_get_next_available_child(parent, NULL); child != NULL; \
	     child = of_get_next_available_child(parent, child))
#define for_each_compatible_node(dn, type, compatible) \
	for (dn = of_find_compatible_node(NULL, type, compatible); dn; \
	     dn = of_find_compatible_node(dn, type, compatible))
DEFINE_FREE(device_node, struct device_node *, if (_T) of_node_put(_T))

#endif
