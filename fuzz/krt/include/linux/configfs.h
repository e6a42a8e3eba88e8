/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced: items, groups and their attributes */
#ifndef KRT_LINUX_CONFIGFS_H
#define KRT_LINUX_CONFIGFS_H

#include <linux/stat.h>
#include <linux/types.h>
#include <linux/list.h>
#include <linux/kref.h>
#include <linux/mutex.h>
struct module;
struct configfs_group_operations;
struct configfs_item_operations;
struct configfs_attribute;
struct config_item;
struct config_group;
struct config_item_type {
	struct module *ct_owner;
	struct configfs_item_operations *ct_item_ops;
	struct configfs_group_operations *ct_group_ops;
	struct configfs_attribute **ct_attrs;
};
struct config_item {
	char *ci_name;
	char ci_namebuf[20];
	struct kref ci_kref;
	struct list_head ci_entry;
	struct config_item *ci_parent;
	struct config_group *ci_group;
	const struct config_item_type *ci_type;
};
struct config_group {
	struct config_item cg_item;
	struct list_head cg_children;
};
struct configfs_attribute {
	const char *ca_name;
	struct module *ca_owner;
	umode_t ca_mode;
	ssize_t (*show)(struct config_item *item, char *page);
	ssize_t (*store)(struct config_item *item, const char *page, size_t count);
};
#define CONFIGFS_ATTR(_pfx, _name) \
	static struct configfs_attribute _pfx##attr_##_name = { \
		.ca_name = __stringify(_name), \
		.ca_mode = 0644, \
		.ca_owner = THIS_MODULE, \
		.show = _pfx##_name##_show, \
		.store = _pfx##_name##_store, \
	}
#define CONFIGFS_ATTR_RO(_pfx, _name) \
	static struct configfs_attribute _pfx##attr_##_name = { \
		.ca_name = __stringify(_name), \
		.ca_mode = 0444, \
		.ca_owner = THIS_MODULE, \
		.show = _pfx##_name##_show, \
	}
#define to_config_group(item) container_of(item, struct config_group, cg_item)
struct configfs_item_operations {
	void (*release)(struct config_item *item);
};
struct configfs_group_operations {
	struct config_item *(*make_item)(struct config_group *group, const char *name);
	struct config_group *(*make_group)(struct config_group *group, const char *name);
	void (*drop_item)(struct config_group *group, struct config_item *item);
};
struct configfs_subsystem {
	struct config_group su_group;
	struct mutex su_mutex;
};
extern void config_group_init(struct config_group *group);
extern void config_item_init_type_name(struct config_item *item, const char *name,
				       const struct config_item_type *type);
extern void config_group_init_type_name(struct config_group *group, const char *name,
					const struct config_item_type *type);
extern void config_item_put(struct config_item *item);
extern int configfs_register_subsystem(struct configfs_subsystem *subsys);
extern void configfs_unregister_subsystem(struct configfs_subsystem *subsys);

#endif
