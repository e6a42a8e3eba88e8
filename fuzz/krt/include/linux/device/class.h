/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* as the kernel; class_create() and constness follow the version */
#ifndef KRT_LINUX_DEVICE_CLASS_H
#define KRT_LINUX_DEVICE_CLASS_H

#include <linux/kobject.h>
#include <linux/klist.h>
#include <linux/pm.h>
#include <linux/device/bus.h>
struct class {
	const char *name;
#if !KRT_SINCE(6, 4)
	struct module *owner;
#endif
	const struct attribute_group **class_groups;
	const struct attribute_group **dev_groups;
	struct kobject *dev_kobj;
#if KRT_SINCE(6, 2)
	int (*dev_uevent)(const struct device *dev, struct kobj_uevent_env *env);
	char *(*devnode)(const struct device *dev, umode_t *mode);
#else
	int (*dev_uevent)(struct device *dev, struct kobj_uevent_env *env);
	char *(*devnode)(struct device *dev, umode_t *mode);
#endif
#if KRT_SINCE(6, 4)
	void (*class_release)(const struct class *class);
#else
	void (*class_release)(struct class *class);
#endif
	void (*dev_release)(struct device *dev);
	int (*shutdown_pre)(struct device *dev);
	const struct dev_pm_ops *pm;
};
#if KRT_SINCE(6, 4)
#define __krt_class_const const
#else
#define __krt_class_const
#endif
struct class_dev_iter {
	void *ki;
	const void *type;
};
struct class_attribute {
	struct attribute attr;
	ssize_t (*show)(__krt_class_const struct class *class,
			__krt_class_const struct class_attribute *attr, char *buf);
	ssize_t (*store)(__krt_class_const struct class *class,
			 __krt_class_const struct class_attribute *attr, const char *buf,
			 size_t count);
};
struct class_attribute_string {
	struct class_attribute attr;
	char *str;
};
#define CLASS_ATTR(_name, _mode, _show, _store) \
	struct class_attribute class_attr_##_name = __ATTR(_name, _mode, _show, _store)
#define CLASS_ATTR_RW(_name) struct class_attribute class_attr_##_name = __ATTR_RW(_name)
#define CLASS_ATTR_RO(_name) struct class_attribute class_attr_##_name = __ATTR_RO(_name)
#define CLASS_ATTR_WO(_name) struct class_attribute class_attr_##_name = __ATTR_WO(_name)
#define _CLASS_ATTR_STRING(_name, _mode, _str) \
	{ __ATTR(_name, _mode, show_class_attr_string, NULL), _str }
#define CLASS_ATTR_STRING(_name, _mode, _str) \
	struct class_attribute_string class_attr_##_name = _CLASS_ATTR_STRING(_name, _mode, _str)
extern ssize_t show_class_attr_string(__krt_class_const struct class *class,
				      __krt_class_const struct class_attribute *attr, char *buf);
#if KRT_SINCE(6, 4)
extern struct class *__must_check class_create(const char *name);
#else
extern struct class *__must_check krt_class_create(struct module *owner, const char *name);
#define class_create(owner, name) krt_class_create(owner, name)
#endif
extern int __must_check class_register(__krt_class_const struct class *class);
extern void class_unregister(__krt_class_const struct class *class);
extern void class_destroy(__krt_class_const struct class *cls);
extern int __must_check class_create_file(__krt_class_const struct class *class,
					  const struct class_attribute *attr);
extern void class_remove_file(__krt_class_const struct class *class,
			      const struct class_attribute *attr);
extern int class_for_each_device(const struct class *class, struct device *start, void *data,
				 int (*fn)(struct device *dev, void *data));
extern struct device *class_find_device(const struct class *class, struct device *start,
					const void *data,
					int (*match)(struct device *dev, const void *data));
extern struct device *class_find_device_by_name(const struct class *class, const char *name);
struct class_compat;
extern struct class_compat *class_compat_register(const char *name);
extern void class_compat_unregister(struct class_compat *cls);
extern int class_compat_create_link(struct class_compat *cls, struct device *dev,
				    struct device *device_link);
extern void class_compat_remove_link(struct class_compat *cls, struct device *dev,
				     struct device *device_link);

#endif
