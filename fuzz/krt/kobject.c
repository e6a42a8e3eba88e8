// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Kobjects and ksets: names, parents and reference counts. A kobject is in sysfs
 * while `sd` is set; the node it points to is never looked at.
 */
#include <linux/kobject.h>

#include "internal.h"

#ifdef KRT_BUNDLED
struct kernfs_node {
	struct kobject *kobj;
};
#endif

static struct kobject *root_object(const char *name)
{
	struct kobject *kobj = kobject_create_and_add(name, NULL);

	if (!kobj)
		host_abort("krt: no memory for /sys");
	return kobj;
}

struct kobject *kernel_kobj, *mm_kobj, *hypervisor_kobj, *power_kobj, *firmware_kobj, *fs_kobj;
struct kobject *krt_devices_kobj, *krt_virtual_kobj, *krt_class_kobj, *krt_bus_kobj,
	*krt_module_kobj;
struct kset *module_kset;

void krt_kobjects_boot(void)
{
	kernel_kobj = root_object("kernel");
	power_kobj = root_object("power");
	firmware_kobj = root_object("firmware");
	hypervisor_kobj = root_object("hypervisor");
	fs_kobj = root_object("fs");
	mm_kobj = kobject_create_and_add("mm", kernel_kobj);
	krt_devices_kobj = root_object("devices");
	krt_virtual_kobj = kobject_create_and_add("virtual", krt_devices_kobj);
	krt_class_kobj = root_object("class");
	krt_bus_kobj = root_object("bus");
	krt_module_kobj = root_object("module");
}

/* --- names -------------------------------------------------------------------------- */

/* A slash would make a directory of it; the kernel replaces it, too. */
static int set_name(struct kobject *kobj, const char *fmt, va_list args)
{
	char *name;

	if (kobj->name && !fmt)
		return 0;
	name = krt_own_vprintf(fmt, args);
	if (kobj->name)
		krt_own_free((void *)kobj->name);
	strreplace(name, '/', '!');
	kobj->name = name;
	return 0;
}

int kobject_set_name_vargs(struct kobject *kobj, const char *fmt, va_list args)
{
	return set_name(kobj, fmt, args);
}

int kobject_set_name(struct kobject *kobj, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	set_name(kobj, fmt, args);
	va_end(args);
	return 0;
}

int kobject_rename(struct kobject *kobj, const char *name)
{
	return kobject_set_name(kobj, "%s", name);
}

/* Its place below /sys, in krt's own memory. */
char *krt_kobject_path(const struct kobject *kobj)
{
	char *above, *path;

	if (!kobj)
		return krt_own_printf("%s", "");
	if (!kobj->parent)
		return krt_own_printf("%s", kobj->name ?: "(unnamed)");
	above = krt_kobject_path(kobj->parent);
	path = krt_own_printf("%s/%s", above, kobj->name ?: "(unnamed)");
	krt_own_free(above);
	return path;
}

char *kobject_get_path(const struct kobject *kobj, gfp_t gfp)
{
	char *path = krt_kobject_path(kobj), *copy = kasprintf(gfp, "/%s", path);

	krt_own_free(path);
	return copy;
}

/* --- life ------------------------------------------------------------------------------ */

static void init(struct kobject *kobj, const struct kobj_type *ktype)
{
	if (!ktype)
		krt_complain(KRT_V_API, KRT_PC, "kobject_init() without a type");
	kobj->kref.refcount.refs.counter = 1;
	INIT_LIST_HEAD(&kobj->entry);
	kobj->state_in_sysfs = 0;
	kobj->state_initialized = 1;
	kobj->ktype = (void *)ktype;
	krt.refs++;
}

void krt_kobject_init(struct kobject *kobj, const struct kobj_type *ktype) KRT_SYMBOL(kobject_init);
void krt_kobject_init(struct kobject *kobj, const struct kobj_type *ktype)
{
	init(kobj, ktype);
}

struct kobject *kobject_get(struct kobject *kobj)
{
	if (!kobj)
		return NULL;
	if (!kobj->state_initialized || kobj->kref.refcount.refs.counter <= 0)
		krt_complain(KRT_V_REFCOUNT, KRT_PC, "kobject_get() of an object that is gone");
	kobj->kref.refcount.refs.counter++;
	krt.refs++;
	return kobj;
}

struct kobject *kobject_get_unless_zero(struct kobject *kobj)
{
	if (!kobj || kobj->kref.refcount.refs.counter <= 0)
		return NULL;
	return kobject_get(kobj);
}

static void release(struct kobject *kobj)
{
	const char *name = kobj->name;

	kobject_del(kobj);
	if (kobj->ktype && kobj->ktype->release)
		kobj->ktype->release(kobj);
	if (name)
		krt_own_free((void *)name);
}

void kobject_put(struct kobject *kobj)
{
	if (!kobj)
		return;
	if (!kobj->state_initialized || kobj->kref.refcount.refs.counter <= 0) {
		krt_complain(KRT_V_REFCOUNT, KRT_PC, "kobject_put() of an object that is gone");
		return;
	}
	krt.refs--;
	if (--kobj->kref.refcount.refs.counter == 0)
		release(kobj);
}

/* Groups that every object of the type has. */
static int add_default_groups(struct kobject *kobj)
{
#if !KRT_SINCE(5, 18)
	struct attribute **attr;

	for (attr = kobj->ktype ? kobj->ktype->default_attrs : NULL; attr && *attr; attr++)
		if (sysfs_create_file_ns(kobj, *attr, NULL))
			return -EEXIST;
#endif
	if (!kobj->ktype || !kobj->ktype->default_groups)
		return 0;
	return sysfs_create_groups(kobj, kobj->ktype->default_groups);
}

static int add_to_tree(struct kobject *kobj, const void *pc)
{
	int error;

	if (!kobj->name || !*kobj->name) {
		krt_complain(KRT_V_API, pc, "kobject_add() of an object without a name");
		return -EINVAL;
	}
	if (kobj->kset && !kobj->parent)
		kobj->parent = &kobj->kset->kobj;
	kobj->sd = krt_own_alloc(sizeof(*kobj->sd));
	kobj->state_in_sysfs = 1;
	error = add_default_groups(kobj);
	if (error)
		kobject_del(kobj);
	return error;
}

int kobject_add(struct kobject *kobj, struct kobject *parent, const char *fmt, ...)
{
	va_list args;

	if (!kobj)
		return -EINVAL;
	if (!kobj->state_initialized) {
		krt_complain(KRT_V_API, KRT_PC, "kobject_add() of an object not initialised");
		return -EINVAL;
	}
	va_start(args, fmt);
	set_name(kobj, fmt, args);
	va_end(args);
	kobj->parent = parent;
	return add_to_tree(kobj, KRT_PC);
}

int krt_kobject_init_and_add(struct kobject *kobj, const struct kobj_type *ktype,
			     struct kobject *parent, const char *fmt, ...)
	KRT_SYMBOL(kobject_init_and_add);
int krt_kobject_init_and_add(struct kobject *kobj, const struct kobj_type *ktype,
			     struct kobject *parent, const char *fmt, ...)
{
	va_list args;

	init(kobj, ktype);
	va_start(args, fmt);
	set_name(kobj, fmt, args);
	va_end(args);
	kobj->parent = parent;
	return add_to_tree(kobj, KRT_PC);
}

void kobject_del(struct kobject *kobj)
{
	if (!kobj || !kobj->state_in_sysfs)
		return;
	krt_sysfs_remove_dir(kobj);
	krt_own_free(kobj->sd);
	kobj->sd = NULL;
	kobj->state_in_sysfs = 0;
}

int kobject_move(struct kobject *kobj, struct kobject *new_parent)
{
	kobj->parent = new_parent;
	return 0;
}

int kobject_uevent(struct kobject *kobj, enum kobject_action action)
{
	return 0;
}

int kobject_uevent_env(struct kobject *kobj, enum kobject_action action, char *envp[])
{
	return 0;
}

int add_uevent_var(struct kobj_uevent_env *env, const char *format, ...)
{
	va_list args;
	int len;

	if (env->envp_idx >= (int)ARRAY_SIZE(env->envp))
		return -ENOMEM;
	va_start(args, format);
	len = krt_vformat(env->buf + env->buflen, sizeof(env->buf) - env->buflen, format, args);
	va_end(args);
	if (len >= (int)sizeof(env->buf) - env->buflen)
		return -ENOMEM;
	env->envp[env->envp_idx++] = env->buf + env->buflen;
	env->buflen += len + 1;
	return 0;
}

/* --- plain kobjects ---------------------------------------------------------------------- */

static ssize_t kobj_attr_show(struct kobject *kobj, struct attribute *attr, char *buf)
{
	struct kobj_attribute *a = container_of(attr, struct kobj_attribute, attr);

	return a->show ? a->show(kobj, a, buf) : -EIO;
}

static ssize_t kobj_attr_store(struct kobject *kobj, struct attribute *attr, const char *buf,
			       size_t count)
{
	struct kobj_attribute *a = container_of(attr, struct kobj_attribute, attr);

	return a->store ? a->store(kobj, a, buf, count) : -EIO;
}

const struct sysfs_ops kobj_sysfs_ops = { .show = kobj_attr_show, .store = kobj_attr_store };

static void free_dynamic(struct kobject *kobj)
{
	krt_own_free(kobj);
}

static struct kobj_type dynamic_ktype = {
	.release = free_dynamic,
	.sysfs_ops = &kobj_sysfs_ops,
};

struct kobject *kobject_create_and_add(const char *name, struct kobject *parent)
{
	struct kobject *kobj;

	if (krt_must_fail(KRT_PC))
		return NULL;
	kobj = krt_own_alloc(sizeof(*kobj));
	kobject_init(kobj, &dynamic_ktype);
	if (!kobject_add(kobj, parent, "%s", name))
		return kobj;
	kobject_put(kobj);
	return NULL;
}

/* --- ksets ------------------------------------------------------------------------------------ */

static void free_kset(struct kobject *kobj)
{
	krt_own_free(container_of(kobj, struct kset, kobj));
}

static struct kobj_type kset_ktype = { .release = free_kset, .sysfs_ops = &kobj_sysfs_ops };

void kset_init(struct kset *k)
{
	kobject_init(&k->kobj, k->kobj.ktype ?: &kset_ktype);
	INIT_LIST_HEAD(&k->list);
	spin_lock_init(&k->list_lock);
}

int kset_register(struct kset *k)
{
	if (!k)
		return -EINVAL;
	kset_init(k);
	return add_to_tree(&k->kobj, KRT_PC);
}

void kset_unregister(struct kset *k)
{
	if (!k)
		return;
	kobject_del(&k->kobj);
	kobject_put(&k->kobj);
}

struct kset *kset_create_and_add(const char *name, const struct kset_uevent_ops *uevent_ops,
				 struct kobject *parent)
{
	struct kset *k;

	if (krt_must_fail(KRT_PC))
		return NULL;
	k = krt_own_alloc(sizeof(*k));
	kobject_set_name(&k->kobj, "%s", name);
	k->uevent_ops = uevent_ops;
	k->kobj.parent = parent;
	if (!kset_register(k))
		return k;
	krt_own_free(k);
	return NULL;
}

#ifdef KRT_BUNDLED
struct kset *kset_get(struct kset *k)
{
	return k ? to_kset(kobject_get(&k->kobj)) : NULL;
}

void kset_put(struct kset *k)
{
	kobject_put(&k->kobj);
}
#endif
