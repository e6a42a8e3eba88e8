/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced: identity, reference counts and module information */
#ifndef KRT_LINUX_MODULE_H
#define KRT_LINUX_MODULE_H

#include <linux/list.h>
#include <linux/stat.h>
#include <linux/cache.h>
#include <linux/compiler.h>
#include <linux/kmod.h>
#include <linux/init.h>
#include <linux/string.h>
#include <linux/kobject.h>
#include <linux/moduleparam.h>
#include <linux/export.h>
#include <linux/buildid.h>
#include <linux/mod_devicetable.h>

#define MODULE_NAME_LEN 56

enum module_state {
	MODULE_STATE_LIVE,
	MODULE_STATE_COMING,
	MODULE_STATE_GOING,
	MODULE_STATE_UNFORMED,
};

struct module_kobject;

struct module_attribute {
	struct attribute attr;
	ssize_t (*show)(struct module_attribute *mattr, struct module_kobject *mk, char *buf);
	ssize_t (*store)(struct module_attribute *mattr, struct module_kobject *mk,
			 const char *buf, size_t count);
	void (*setup)(struct module *mod, const char *s);
	int (*test)(struct module *mod);
	void (*free)(struct module *mod);
};

struct module_kobject {
	struct kobject kobj;
	struct module *mod;
	struct kobject *drivers_dir;
};

struct module_version_attribute {
	struct module_attribute mattr;
	const char *module_name;
	const char *version;
};

struct module {
	enum module_state state;
	struct list_head list;
	char name[MODULE_NAME_LEN];
	struct module_kobject mkobj;
	const char *version;
	const char *srcversion;
	struct kobject *holders_dir;
	int (*init)(void);
	void (*exit)(void);
};

#define MODULE_INFO(tag, info) __krt_modinfo(tag, tag, info)
#define MODULE_ALIAS(_alias) MODULE_INFO(alias, _alias)
#define MODULE_SOFTDEP(_softdep) MODULE_INFO(softdep, _softdep)
#define MODULE_LICENSE(_license) MODULE_INFO(license, _license)
#define MODULE_AUTHOR(_author) MODULE_INFO(author, _author)
#define MODULE_DESCRIPTION(_description) MODULE_INFO(description, _description)
#define MODULE_FIRMWARE(_firmware) MODULE_INFO(firmware, _firmware)
#define MODULE_VERSION(_version) MODULE_INFO(version, _version)
#define MODULE_IMPORT_NS(ns) _Static_assert(1, "")
#define MODULE_SUPPORTED_DEVICE(name) _Static_assert(1, "")
#define MODULE_DEVICE_TABLE(type, name) extern typeof(name) name
#define MODULE_ALIAS_CHARDEV(major, minor) _Static_assert(1, "")
#define MODULE_ALIAS_CHARDEV_MAJOR(major) _Static_assert(1, "")
#define MODULE_ALIAS_BLOCKDEV_MAJOR(major) _Static_assert(1, "")
#define MODULE_ALIAS_MISCDEV(minor) _Static_assert(1, "")
#define MODULE_ALIAS_NETPROTO(proto) _Static_assert(1, "")

extern bool try_module_get(struct module *module);
extern void __module_get(struct module *module);
extern void module_put(struct module *module);
extern int module_refcount(struct module *mod);
extern struct module *find_module(const char *name);
extern bool module_is_live(struct module *mod);
extern struct kset *module_kset;
extern int register_module_notifier(struct notifier_block *nb);
extern int unregister_module_notifier(struct notifier_block *nb);
#define module_name(mod) ({ struct module *__mod = (mod); __mod ? __mod->name : "kernel"; })
#define symbol_get(x) ((typeof(&x))__symbol_get(#x))
#define symbol_put(x) __symbol_put(#x)
#define symbol_request(x) symbol_get(x)
extern void *__symbol_get(const char *symbol);
extern void __symbol_put(const char *symbol);
extern void __noreturn __module_put_and_kthread_exit(struct module *mod, long code);

#endif
