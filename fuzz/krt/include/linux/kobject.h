/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* as the kernel */
#ifndef KRT_LINUX_KOBJECT_H
#define KRT_LINUX_KOBJECT_H

#include <linux/types.h>
#include <linux/list.h>
#include <linux/sysfs.h>
#include <linux/compiler.h>
#include <linux/container_of.h>
#include <linux/spinlock.h>
#include <linux/kref.h>
#include <linux/kobject_ns.h>
#include <linux/wait.h>
#include <linux/atomic.h>
#include <linux/notifier.h>

enum kobject_action {
	KOBJ_ADD,
	KOBJ_REMOVE,
	KOBJ_CHANGE,
	KOBJ_MOVE,
	KOBJ_ONLINE,
	KOBJ_OFFLINE,
	KOBJ_BIND,
	KOBJ_UNBIND,
};

struct kset;
struct kobj_type;
struct kobject {
	const char *name;
	struct list_head entry;
	struct kobject *parent;
	struct kset *kset;
	const struct kobj_type *ktype;
	struct kernfs_node *sd;
	struct kref kref;
	unsigned int state_initialized : 1;
	unsigned int state_in_sysfs : 1;
	unsigned int state_add_uevent_sent : 1;
	unsigned int state_remove_uevent_sent : 1;
	unsigned int uevent_suppress : 1;
};

struct kobj_type {
	void (*release)(struct kobject *kobj);
	const struct sysfs_ops *sysfs_ops;
#if !KRT_SINCE(5, 18)
	struct attribute **default_attrs;
#endif
	const struct attribute_group **default_groups;
	const struct kobj_ns_type_operations *(*child_ns_type)(const struct kobject *kobj);
	const void *(*namespace)(const struct kobject *kobj);
	void (*get_ownership)(const struct kobject *kobj, kuid_t *uid, kgid_t *gid);
};

struct kobj_uevent_env {
	char *argv[3];
	char *envp[64];
	int envp_idx;
	char buf[2048];
	int buflen;
};

/* Two members changed to const arguments in 6.2 and later. */
struct kset_uevent_ops {
#if KRT_SINCE(6, 2)
	int (*const filter)(const struct kobject *kobj);
	const char *(*const name)(const struct kobject *kobj);
	int (*const uevent)(const struct kobject *kobj, struct kobj_uevent_env *env);
#else
	int (*const filter)(struct kobject *kobj);
	const char *(*const name)(struct kobject *kobj);
	int (*const uevent)(struct kobject *kobj, struct kobj_uevent_env *env);
#endif
};

struct kobj_attribute {
	struct attribute attr;
	ssize_t (*show)(struct kobject *kobj, struct kobj_attribute *attr, char *buf);
	ssize_t (*store)(struct kobject *kobj, struct kobj_attribute *attr, const char *buf,
			 size_t count);
};
extern const struct sysfs_ops kobj_sysfs_ops;

struct kset {
	struct list_head list;
	spinlock_t list_lock;
	struct kobject kobj;
	const struct kset_uevent_ops *uevent_ops;
};

extern __printf(2, 3) int kobject_set_name(struct kobject *kobj, const char *name, ...);
extern void kobject_init(struct kobject *kobj, const struct kobj_type *ktype);
extern __printf(3, 4) __must_check int kobject_add(struct kobject *kobj, struct kobject *parent,
						   const char *fmt, ...);
extern __printf(4, 5) __must_check int
kobject_init_and_add(struct kobject *kobj, const struct kobj_type *ktype, struct kobject *parent,
		     const char *fmt, ...);
extern void kobject_del(struct kobject *kobj);
extern struct kobject *__must_check kobject_create_and_add(const char *name,
							   struct kobject *parent);
extern int __must_check kobject_rename(struct kobject *kobj, const char *new_name);
extern int __must_check kobject_move(struct kobject *kobj, struct kobject *new_parent);
extern struct kobject *kobject_get(struct kobject *kobj);
extern struct kobject *__must_check kobject_get_unless_zero(struct kobject *kobj);
extern void kobject_put(struct kobject *kobj);
extern char *kobject_get_path(const struct kobject *kobj, gfp_t flag);
extern int kobject_uevent(struct kobject *kobj, enum kobject_action action);
extern int kobject_uevent_env(struct kobject *kobj, enum kobject_action action, char *envp[]);
extern __printf(2, 3) int add_uevent_var(struct kobj_uevent_env *env, const char *format, ...);

static inline const char *kobject_name(const struct kobject *kobj)
{
	return kobj->name;
}

extern void kset_init(struct kset *kset);
extern int __must_check kset_register(struct kset *kset);
extern void kset_unregister(struct kset *kset);
extern struct kset *__must_check kset_create_and_add(const char *name,
						     const struct kset_uevent_ops *u,
						     struct kobject *parent_kobj);
extern struct kobject *kset_find_obj(struct kset *kset, const char *name);
extern struct kset *kset_get(struct kset *k);
extern void kset_put(struct kset *k);

static inline struct kset *to_kset(struct kobject *kobj)
{
	return kobj ? container_of(kobj, struct kset, kobj) : NULL;
}

static inline const struct kobj_type *get_ktype(const struct kobject *kobj)
{
	return kobj->ktype;
}

extern struct kobject *kernel_kobj;
extern struct kobject *mm_kobj;
extern struct kobject *hypervisor_kobj;
extern struct kobject *power_kobj;
extern struct kobject *firmware_kobj;
extern struct kobject *fs_kobj;

#endif
