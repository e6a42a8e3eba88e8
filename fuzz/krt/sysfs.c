// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The files that the driver registers. A node is a file of a kobject, in the
 * kobject's directory or in the folder of a named group; nodes are never forgotten
 * before krt_unload(), only marked as gone, so that an index stays valid.
 *
 * Which C struct an attribute is embedded in follows from the sysfs_ops of the
 * object's type: a table from the ops to the kind and to where the handlers stand.
 */
#include <linux/sysfs.h>
#include <linux/mdev.h>

#include "internal.h"
#include "tree.h"

struct krt_node {
	struct krt_attr pub;
	struct kobject *kobj;
	const struct attribute *attr;
	const char *group; /* NULL: none */
};

/* All these structs begin alike: struct attribute, show, store. */
struct attribute_like {
	struct attribute attr;
	void *show, *store;
};

static const char *kind_of(const struct sysfs_ops *ops)
{
	return ops == &kobj_sysfs_ops	   ? "kobject"
	       : ops == &krt_device_ops	   ? "device"
	       : ops == &krt_driver_ops	   ? "driver"
	       : ops == &krt_class_ops	   ? "class"
	       : ops == &krt_bus_ops	   ? "bus"
	       : ops == &krt_mdev_type_ops ? "mdev-type"
	       : ops == &krt_module_ops	   ? "module"
					   : "other";
}

static const struct sysfs_ops *ops_of(const struct kobject *kobj)
{
	return kobj->ktype ? kobj->ktype->sysfs_ops : NULL;
}

/* --- the list -------------------------------------------------------------------------- */

unsigned krt_attr_count(void)
{
	return krt.nodes.n;
}

const struct krt_attr *krt_attr_get(unsigned index)
{
	struct krt_node *node = index < krt.nodes.n ? krt.nodes.v[index] : NULL;

	return node ? &node->pub : NULL;
}

static struct krt_node *find(const struct kobject *kobj, const char *name, const char *group)
{
	struct krt_node *node;
	unsigned i;

	krt_vec_for(&krt.nodes, i, node)
	{
		if (node->pub.gone || node->kobj != kobj || strcmp(node->attr->name, name) != 0)
			continue;
		if (group ? node->group && strcmp(node->group, group) == 0 : !node->group)
			return node;
	}
	return NULL;
}

static void set_handlers(struct krt_attr *pub, const struct sysfs_ops *ops,
			 const struct attribute *attr)
{
	const struct attribute_like *like = (const void *)attr;

	pub->kind = kind_of(ops);
	if (strcmp(pub->kind, "other") == 0) {
		pub->has_show = ops && ops->show;
		pub->has_store = ops && ops->store;
		return;
	}
	/* A module's attribute has its handlers at the same place, too. */
	pub->show_fn = like->show;
	pub->store_fn = like->store;
	pub->has_show = like->show != NULL;
	pub->has_store = like->store != NULL;
}

static int add_file(struct kobject *kobj, const struct attribute *attr, umode_t mode,
		    const char *group, const void *pc)
{
	struct krt_node *node;
	char *dir;

	if (!kobj || !kobj->sd || !attr || !attr->name) {
		krt_complain(KRT_V_API, pc, "a file in a directory that is not there");
		return -EINVAL;
	}
	if (find(kobj, attr->name, group)) {
		krt_complain(KRT_V_WARN, pc, "the file %s exists already", attr->name);
		return -EEXIST;
	}
	if (krt_must_fail(pc))
		return -ENOMEM;
	node = krt_own_alloc(sizeof(*node));
	node->kobj = kobj;
	node->attr = attr;
	node->group = group;
	dir = krt_kobject_path(kobj);
	node->pub.path =
		krt_own_printf("%s/%s%s%s", dir, group ?: "", group ? "/" : "", attr->name);
	krt_own_free(dir);
	node->pub.name = attr->name;
	node->pub.node = "other";
	node->pub.mode = mode;
	node->pub.kobj = kobj;
	node->pub.attr = attr;
	node->pub.ops = ops_of(kobj);
	set_handlers(&node->pub, ops_of(kobj), attr);
	krt_vec_add(&krt.nodes, node);
	krt.tree_version++;
	return 0;
}

static void remove_node(struct krt_node *node)
{
	node->pub.gone = 1;
	krt.tree_version++;
}

static void remove_file(struct kobject *kobj, const struct attribute *attr, const char *group)
{
	struct krt_node *node = kobj && attr ? find(kobj, attr->name, group) : NULL;

	if (node)
		remove_node(node);
}

void krt_sysfs_remove_dir(struct kobject *kobj)
{
	struct krt_node *node;
	unsigned i;

	krt_vec_for(&krt.nodes, i, node) if (node->kobj == kobj && !node->pub.gone)
		remove_node(node);
}

void krt_tree_settle(void)
{
	struct krt_node *node;
	unsigned i;

	krt_vec_for(&krt.nodes, i, node) if (!node->pub.gone) node->pub.node =
		krt_mdev_node(node->kobj, node->pub.kind);
}

void krt_tree_forget(void)
{
	struct krt_node *node;
	unsigned i;

	krt_vec_for(&krt.nodes, i, node)
	{
		krt_own_free((void *)node->pub.path);
		krt_own_free(node);
	}
	krt.nodes.n = 0;
}

/* --- files ------------------------------------------------------------------------------- */

int sysfs_create_file_ns(struct kobject *kobj, const struct attribute *attr, const void *ns)
{
	return add_file(kobj, attr, attr ? attr->mode : 0, NULL, KRT_PC);
}

void sysfs_remove_file_ns(struct kobject *kobj, const struct attribute *attr, const void *ns)
{
	remove_file(kobj, attr, NULL);
}

#ifdef KRT_BUNDLED
int sysfs_create_file(struct kobject *kobj, const struct attribute *attr)
{
	return add_file(kobj, attr, attr ? attr->mode : 0, NULL, KRT_PC);
}

void sysfs_remove_file(struct kobject *kobj, const struct attribute *attr)
{
	remove_file(kobj, attr, NULL);
}
#endif

int sysfs_create_files(struct kobject *kobj, const struct attribute *const *attrs)
{
	int i, error = 0;

	for (i = 0; attrs[i] && !error; i++)
		error = add_file(kobj, attrs[i], attrs[i]->mode, NULL, KRT_PC);
	if (error)
		while (--i > 0)
			remove_file(kobj, attrs[i - 1], NULL);
	return error;
}

void sysfs_remove_files(struct kobject *kobj, const struct attribute *const *attrs)
{
	for (; *attrs; attrs++)
		remove_file(kobj, *attrs, NULL);
}

bool sysfs_remove_file_self(struct kobject *kobj, const struct attribute *attr)
{
	remove_file(kobj, attr, NULL);
	return true;
}

int sysfs_chmod_file(struct kobject *kobj, const struct attribute *attr, umode_t mode)
{
	struct krt_node *node = find(kobj, attr->name, NULL);

	if (!node)
		return -ENOENT;
	node->pub.mode = mode;
	return 0;
}

/* --- groups --------------------------------------------------------------------------------- */

static void remove_group(struct kobject *kobj, const struct attribute_group *grp)
{
	struct attribute *const *attr;

	for (attr = grp ? grp->attrs : NULL; attr && *attr; attr++)
		remove_file(kobj, *attr, grp->name);
}

/*
 * is_visible() gives the mode, 0 leaves the file out. Odd modes, of which the kernel
 * takes away what nobody may have, stay as they are: they are for a judge to see.
 */
static int add_group(struct kobject *kobj, const struct attribute_group *grp, int update,
		     const void *pc)
{
	int i, error = 0;

	if (!kobj || !kobj->sd) {
		krt_complain(KRT_V_API, pc, "a group in a directory that is not there");
		return -EINVAL;
	}
	if (!grp->attrs && !grp->bin_attrs) {
		krt_complain(KRT_V_WARN, pc, "the group %s has no attributes",
			     grp->name ?: "without a name");
		return -EINVAL;
	}
	for (i = 0; grp->attrs && grp->attrs[i] && !error; i++) {
		struct attribute *attr = grp->attrs[i];
		umode_t mode = attr->mode;

		if (update)
			remove_file(kobj, attr, grp->name);
		if (grp->is_visible)
			mode = grp->is_visible(kobj, attr, i);
		if (mode)
			error = add_file(kobj, attr, mode, grp->name, pc);
	}
	if (error)
		remove_group(kobj, grp);
	return error;
}

static int add_groups(struct kobject *kobj, const struct attribute_group **groups, int update,
		      const void *pc)
{
	int i, error = 0;

	for (i = 0; groups && groups[i]; i++) {
		error = add_group(kobj, groups[i], update, pc);
		if (!error)
			continue;
		while (--i >= 0)
			remove_group(kobj, groups[i]);
		break;
	}
	return error;
}

int sysfs_create_group(struct kobject *kobj, const struct attribute_group *grp)
{
	return add_group(kobj, grp, 0, KRT_PC);
}

int sysfs_create_groups(struct kobject *kobj, const struct attribute_group **groups)
{
	return add_groups(kobj, groups, 0, KRT_PC);
}

int sysfs_update_group(struct kobject *kobj, const struct attribute_group *grp)
{
	return add_group(kobj, grp, 1, KRT_PC);
}

int sysfs_update_groups(struct kobject *kobj, const struct attribute_group **groups)
{
	return add_groups(kobj, groups, 1, KRT_PC);
}

void sysfs_remove_group(struct kobject *kobj, const struct attribute_group *grp)
{
	remove_group(kobj, grp);
}

void sysfs_remove_groups(struct kobject *kobj, const struct attribute_group **groups)
{
	for (; groups && *groups; groups++)
		remove_group(kobj, *groups);
}

int sysfs_merge_group(struct kobject *kobj, const struct attribute_group *grp)
{
	return add_group(kobj, grp, 0, KRT_PC);
}

void sysfs_unmerge_group(struct kobject *kobj, const struct attribute_group *grp)
{
	remove_group(kobj, grp);
}

int sysfs_add_file_to_group(struct kobject *kobj, const struct attribute *attr, const char *group)
{
	return add_file(kobj, attr, attr->mode, group, KRT_PC);
}

void sysfs_remove_file_from_group(struct kobject *kobj, const struct attribute *attr,
				  const char *group)
{
	remove_file(kobj, attr, group);
}

/* --- what has no content here: folders, links, binary files, notifications ----------------- */

int sysfs_create_dir_ns(struct kobject *kobj, const void *ns)
{
	return 0;
}

int sysfs_create_bin_file(struct kobject *kobj, const struct bin_attribute *attr)
{
	return 0;
}

void sysfs_remove_bin_file(struct kobject *kobj, const struct bin_attribute *attr)
{
}

int sysfs_create_link(struct kobject *kobj, struct kobject *target, const char *name)
{
	return 0;
}

int sysfs_create_link_nowarn(struct kobject *kobj, struct kobject *target, const char *name)
{
	return 0;
}

void sysfs_remove_link(struct kobject *kobj, const char *name)
{
}

void sysfs_notify(struct kobject *kobj, const char *dir, const char *attr)
{
}

/* --- calls ---------------------------------------------------------------------------------------
 */

/* Of every call, over krt's own memory: not worth being looked at by ASan each time. */
#define PATH_OF_CALLS __attribute__((no_sanitize("address")))

struct call {
	const struct krt_attr *attr;
	char *page;
	const char *buf;
	unsigned long count;
	long result;
};

/*
 * What a handler's variables hold before they are set: for every call as far as
 * its own go, or one call would see what the last one left; while another filling
 * than the usual is asked for as far as those of its callees are thought to.
 */
#define STACK_USUAL 1024
#define STACK_WHOLE 16384

PATH_OF_CALLS static inline unsigned long stack_filled(void)
{
	if (!krt.scribble)
		return STACK_USUAL;
	krt.scribble -= krt.scribble > 0;
	return STACK_WHOLE;
}

PATH_OF_CALLS static void run_show(void *arg)
{
	struct call *c = arg;
	const struct sysfs_ops *ops = c->attr->ops;

	host_scribble_stack(krt.fill, stack_filled());
	c->result = ops->show((struct kobject *)c->attr->kobj, (void *)c->attr->attr, c->page);
}

PATH_OF_CALLS static void run_store(void *arg)
{
	struct call *c = arg;
	const struct sysfs_ops *ops = c->attr->ops;

	host_scribble_stack(krt.fill, stack_filled());
	c->result = ops->store((struct kobject *)c->attr->kobj, (void *)c->attr->attr, c->buf,
			       c->count);
}

PATH_OF_CALLS static long guarded(struct call *c, void (*run)(void *arg))
{
	krt.guarded++;
	if (host_call(run, c))
		c->result = KRT_ABORTED;
	krt.guarded--;
	krt.limited = 0;
	return c->result;
}

PATH_OF_CALLS long krt_show(const struct krt_attr *attr, char *page)
{
	struct call c = { .attr = attr, .page = page };
	const struct sysfs_ops *ops = attr->ops;

	if (attr->gone)
		return -ENODEV;
	return ops && ops->show ? guarded(&c, run_show) : -EIO;
}

PATH_OF_CALLS long krt_store(const struct krt_attr *attr, const char *buf, unsigned long count)
{
	struct call c = { .attr = attr, .buf = buf, .count = count };
	const struct sysfs_ops *ops = attr->ops;
	long result;

	if (attr->gone)
		return -ENODEV;
	if (!ops || !ops->store)
		return -EIO;
	krt.user = buf;
	krt.user_len = count;
	result = guarded(&c, run_store);
	krt.user = NULL;
	return result;
}
