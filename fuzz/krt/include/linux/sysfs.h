/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* as the kernel */
#ifndef KRT_LINUX_SYSFS_H
#define KRT_LINUX_SYSFS_H

#include <linux/compiler.h>
#include <linux/errno.h>
#include <linux/list.h>
#include <linux/lockdep.h>
#include <linux/kernfs.h>
#include <linux/kobject_ns.h>
#include <linux/stat.h>
#include <linux/atomic.h>
#include <linux/kernel.h>
#include <linux/limits.h>
#include <asm/page.h>

struct kobject;
struct module;
struct bin_attribute;
struct file;
struct vm_area_struct;
struct address_space;
struct kernfs_node;
enum kobj_ns_type;

struct attribute {
	const char *name;
	umode_t mode;
};
#define sysfs_attr_init(attr) do { (void)(attr); } while (0)

struct attribute_group {
	const char *name;
	umode_t (*is_visible)(struct kobject *kobj, struct attribute *attr, int n);
	umode_t (*is_bin_visible)(struct kobject *kobj, struct bin_attribute *attr, int n);
	struct attribute **attrs;
	struct bin_attribute **bin_attrs;
};

#define SYSFS_PREALLOC 010000
#define SYSFS_GROUP_INVISIBLE 020000

#define __ATTR(_name, _mode, _show, _store) \
	{ \
		.attr = { .name = __stringify(_name), .mode = VERIFY_OCTAL_PERMISSIONS(_mode) }, \
		.show = _show, \
		.store = _store, \
	}
#define __ATTR_PREALLOC(_name, _mode, _show, _store) \
	{ \
		.attr = { .name = __stringify(_name), \
			  .mode = SYSFS_PREALLOC | VERIFY_OCTAL_PERMISSIONS(_mode) }, \
		.show = _show, \
		.store = _store, \
	}
#define __ATTR_RO(_name) \
	{ \
		.attr = { .name = __stringify(_name), .mode = 0444 }, \
		.show = _name##_show, \
	}
#define __ATTR_RO_MODE(_name, _mode) \
	{ \
		.attr = { .name = __stringify(_name), .mode = VERIFY_OCTAL_PERMISSIONS(_mode) }, \
		.show = _name##_show, \
	}
#define __ATTR_RW_MODE(_name, _mode) \
	{ \
		.attr = { .name = __stringify(_name), .mode = VERIFY_OCTAL_PERMISSIONS(_mode) }, \
		.show = _name##_show, \
		.store = _name##_store, \
	}
#define __ATTR_WO(_name) \
	{ \
		.attr = { .name = __stringify(_name), .mode = 0200 }, \
		.store = _name##_store, \
	}
#define __ATTR_RW(_name) __ATTR(_name, 0644, _name##_show, _name##_store)
#define __ATTR_NULL { .attr = { .name = NULL } }
#define __ATTR_IGNORE_LOCKDEP(_name, _mode, _show, _store) __ATTR(_name, _mode, _show, _store)

#define __ATTRIBUTE_GROUPS(_name) \
	static const struct attribute_group *_name##_groups[] = { \
		&_name##_group, \
		NULL, \
	}
#define ATTRIBUTE_GROUPS(_name) \
	static const struct attribute_group _name##_group = { \
		.attrs = _name##_attrs, \
	}; \
	__ATTRIBUTE_GROUPS(_name)
#define BIN_ATTRIBUTE_GROUPS(_name) \
	static const struct attribute_group _name##_group = { \
		.bin_attrs = _name##_attrs, \
	}; \
	__ATTRIBUTE_GROUPS(_name)

struct bin_attribute {
	struct attribute attr;
	size_t size;
	void *private;
	struct address_space *(*f_mapping)(void);
	ssize_t (*read)(struct file *file, struct kobject *kobj, struct bin_attribute *attr,
			char *buf, loff_t off, size_t count);
	ssize_t (*write)(struct file *file, struct kobject *kobj, struct bin_attribute *attr,
			 char *buf, loff_t off, size_t count);
	int (*mmap)(struct file *file, struct kobject *kobj, struct bin_attribute *attr,
		    struct vm_area_struct *vma);
};
#define sysfs_bin_attr_init(bin_attr) sysfs_attr_init(&(bin_attr)->attr)
#define __BIN_ATTR(_name, _mode, _read, _write, _size) \
	{ \
		.attr = { .name = __stringify(_name), .mode = _mode }, \
		.read = _read, \
		.write = _write, \
		.size = _size, \
	}
#define __BIN_ATTR_RO(_name, _size) __BIN_ATTR(_name, 0444, _name##_read, NULL, _size)
#define __BIN_ATTR_WO(_name, _size) __BIN_ATTR(_name, 0200, NULL, _name##_write, _size)
#define __BIN_ATTR_RW(_name, _size) __BIN_ATTR(_name, 0644, _name##_read, _name##_write, _size)
#define __BIN_ATTR_ADMIN_RO(_name, _size) __BIN_ATTR(_name, 0400, _name##_read, NULL, _size)
#define __BIN_ATTR_ADMIN_RW(_name, _size) \
	__BIN_ATTR(_name, 0600, _name##_read, _name##_write, _size)
#define BIN_ATTR(_name, _mode, _read, _write, _size) \
	struct bin_attribute bin_attr_##_name = __BIN_ATTR(_name, _mode, _read, _write, _size)
#define BIN_ATTR_RO(_name, _size) \
	struct bin_attribute bin_attr_##_name = __BIN_ATTR_RO(_name, _size)
#define BIN_ATTR_WO(_name, _size) \
	struct bin_attribute bin_attr_##_name = __BIN_ATTR_WO(_name, _size)
#define BIN_ATTR_RW(_name, _size) \
	struct bin_attribute bin_attr_##_name = __BIN_ATTR_RW(_name, _size)
#define BIN_ATTR_ADMIN_RO(_name, _size) \
	struct bin_attribute bin_attr_##_name = __BIN_ATTR_ADMIN_RO(_name, _size)
#define BIN_ATTR_ADMIN_RW(_name, _size) \
	struct bin_attribute bin_attr_##_name = __BIN_ATTR_ADMIN_RW(_name, _size)

struct sysfs_ops {
	ssize_t (*show)(struct kobject *kobj, struct attribute *attr, char *buf);
	ssize_t (*store)(struct kobject *kobj, struct attribute *attr, const char *buf,
			 size_t count);
};

extern int __must_check sysfs_create_dir_ns(struct kobject *kobj, const void *ns);
extern void sysfs_remove_dir(struct kobject *kobj);
extern int __must_check sysfs_create_file(struct kobject *kobj, const struct attribute *attr);
extern int __must_check sysfs_create_file_ns(struct kobject *kobj, const struct attribute *attr,
					     const void *ns);
extern int __must_check sysfs_create_files(struct kobject *kobj,
					   const struct attribute *const *attrs);
extern void sysfs_remove_file(struct kobject *kobj, const struct attribute *attr);
extern void sysfs_remove_file_ns(struct kobject *kobj, const struct attribute *attr,
				 const void *ns);
extern bool sysfs_remove_file_self(struct kobject *kobj, const struct attribute *attr);
extern void sysfs_remove_files(struct kobject *kobj, const struct attribute *const *attrs);
extern int __must_check sysfs_chmod_file(struct kobject *kobj, const struct attribute *attr,
					 umode_t mode);
extern struct kernfs_node *sysfs_break_active_protection(struct kobject *kobj,
							 const struct attribute *attr);
extern void sysfs_unbreak_active_protection(struct kernfs_node *kn);
extern int __must_check sysfs_create_bin_file(struct kobject *kobj,
					      const struct bin_attribute *attr);
extern void sysfs_remove_bin_file(struct kobject *kobj, const struct bin_attribute *attr);
extern int __must_check sysfs_create_link(struct kobject *kobj, struct kobject *target,
					  const char *name);
extern int __must_check sysfs_create_link_nowarn(struct kobject *kobj, struct kobject *target,
						 const char *name);
extern void sysfs_remove_link(struct kobject *kobj, const char *name);
extern int __must_check sysfs_create_group(struct kobject *kobj,
					   const struct attribute_group *grp);
extern int __must_check sysfs_create_groups(struct kobject *kobj,
					    const struct attribute_group **groups);
extern int sysfs_update_group(struct kobject *kobj, const struct attribute_group *grp);
extern int __must_check sysfs_update_groups(struct kobject *kobj,
					    const struct attribute_group **groups);
extern void sysfs_remove_group(struct kobject *kobj, const struct attribute_group *grp);
extern void sysfs_remove_groups(struct kobject *kobj, const struct attribute_group **groups);
extern int sysfs_add_file_to_group(struct kobject *kobj, const struct attribute *attr,
				   const char *group);
extern void sysfs_remove_file_from_group(struct kobject *kobj, const struct attribute *attr,
					 const char *group);
extern int sysfs_merge_group(struct kobject *kobj, const struct attribute_group *grp);
extern void sysfs_unmerge_group(struct kobject *kobj, const struct attribute_group *grp);
extern int sysfs_add_link_to_group(struct kobject *kobj, const char *group_name,
				   struct kobject *target, const char *link_name);
extern void sysfs_remove_link_from_group(struct kobject *kobj, const char *group_name,
					 const char *link_name);
extern void sysfs_notify(struct kobject *kobj, const char *dir, const char *attr);
extern void sysfs_notify_dirent(struct kernfs_node *kn);
extern struct kernfs_node *sysfs_get_dirent(struct kernfs_node *parent, const char *name);
extern void sysfs_put(struct kernfs_node *kn);
extern __printf(2, 3) int sysfs_emit(char *buf, const char *fmt, ...);
extern __printf(3, 4) int sysfs_emit_at(char *buf, int at, const char *fmt, ...);

#endif
