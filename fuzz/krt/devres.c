// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Managed resources: a list per device of what is undone, newest first, when the
 * driver goes. A resource is one block of the driver's allocator with a head in
 * front of it that ASan cannot tell from the data, except that the plain
 * devm_kmalloc() family gets a block of its own behind a separate record.
 */
#include <linux/device.h>

#include "driver.h"

/* On dev->devres_head. */
struct record {
	struct list_head entry;
	dr_release_t release;
	void *data;		    /* the resource */
	void (*action)(void *data); /* of devm_add_action(), in place of release */
	int is_memory;		    /* data is a block of devm_kmalloc() */
};

static void init_head(struct device *dev)
{
	if (!dev->devres_head.next)
		INIT_LIST_HEAD(&dev->devres_head);
}

static struct record *add_record(struct device *dev, struct record r)
{
	struct record *rec = krt_own_alloc(sizeof(*rec));

	*rec = r;
	init_head(dev);
	list_add_tail(&rec->entry, &dev->devres_head);
	return rec;
}

/* Resources that are allocated but not added yet, by their data. */
static void release(struct device *dev, struct record *rec)
{
	list_del(&rec->entry);
	if (rec->action)
		rec->action(rec->data);
	else if (rec->release)
		rec->release(dev, rec->data);
	if (!rec->action)
		krt_free(rec->data, KRT_PC);
	krt_own_free(rec);
}

void krt_devres_release_all(struct device *dev)
{
	init_head(dev);
	while (!list_empty(&dev->devres_head))
		release(dev, list_last_entry(&dev->devres_head, struct record, entry));
}

static struct record *find_data(struct device *dev, const void *data)
{
	struct record *rec;

	init_head(dev);
	list_for_each_entry_reverse(rec, &dev->devres_head,
				    entry) if (rec->data == data && !rec->action) return rec;
	return NULL;
}

/* --- memory ---------------------------------------------------------------------------- */

void *krt_devm_alloc(struct device *dev, size_t size, gfp_t gfp, const void *pc)
{
	void *block = krt_alloc(size, gfp, pc);
	struct krt_mem *m;

	if (ZERO_OR_NULL_PTR(block))
		return block;
	m = krt_mem_find(block);
	m->pub.managed = 1;
	add_record(dev, (struct record){ .data = block, .is_memory = 1 });
	return block;
}

void *devm_kmalloc(struct device *dev, size_t size, gfp_t gfp)
{
	return krt_devm_alloc(dev, size, gfp, KRT_PC);
}

#ifdef KRT_BUNDLED
void *devm_kzalloc(struct device *dev, size_t size, gfp_t gfp)
{
	return krt_devm_alloc(dev, size, gfp | __GFP_ZERO, KRT_PC);
}

static void *devm_array(struct device *dev, size_t n, size_t size, gfp_t gfp, const void *pc)
{
	size_t bytes;

	return check_mul_overflow(n, size, &bytes) ? NULL : krt_devm_alloc(dev, bytes, gfp, pc);
}

void *devm_kmalloc_array(struct device *dev, size_t n, size_t size, gfp_t gfp)
{
	return devm_array(dev, n, size, gfp, KRT_PC);
}

void *devm_kcalloc(struct device *dev, size_t n, size_t size, gfp_t gfp)
{
	return devm_array(dev, n, size, gfp | __GFP_ZERO, KRT_PC);
}
#endif

void devm_kfree(struct device *dev, const void *p)
{
	struct record *rec;

	if (ZERO_OR_NULL_PTR(p))
		return;
	rec = find_data(dev, p);
	if (rec)
		release(dev, rec);
	else
		krt_complain(KRT_V_WARN, KRT_PC, "devm_kfree() of what the device does not own");
}

void *devm_krealloc(struct device *dev, void *old, size_t size, gfp_t gfp)
{
	struct krt_mem *m = ZERO_OR_NULL_PTR(old) ? NULL : krt_mem_find(old);
	void *block;

	if (!size) {
		devm_kfree(dev, old);
		return ZERO_SIZE_PTR;
	}
	block = krt_devm_alloc(dev, size, gfp, KRT_PC);
	if (block && m) {
		memcpy(block, old, min_t(size_t, size, m->pub.size));
		devm_kfree(dev, old);
	}
	return block;
}

void *devm_kmemdup(struct device *dev, const void *src, size_t len, gfp_t gfp)
{
	void *copy = krt_devm_alloc(dev, len, gfp, KRT_PC);

	if (!ZERO_OR_NULL_PTR(copy))
		memcpy(copy, src, len);
	return copy;
}

static char *copy_string(struct device *dev, const char *s, gfp_t gfp, const void *pc)
{
	char *copy = s ? krt_devm_alloc(dev, strlen(s) + 1, gfp, pc) : NULL;

	return copy ? strcpy(copy, s) : NULL;
}

char *devm_kstrdup(struct device *dev, const char *s, gfp_t gfp)
{
	return copy_string(dev, s, gfp, KRT_PC);
}

const char *devm_kstrdup_const(struct device *dev, const char *s, gfp_t gfp)
{
	return copy_string(dev, s, gfp, KRT_PC);
}

static char *print(struct device *dev, gfp_t gfp, const char *fmt, va_list args, const void *pc)
{
	va_list again;
	char *text;
	int len;

	va_copy(again, args);
	len = krt_vformat(NULL, 0, fmt, again);
	va_end(again);
	text = krt_devm_alloc(dev, len + 1, gfp, pc);
	if (text)
		krt_vformat(text, len + 1, fmt, args);
	return text;
}

char *devm_kvasprintf(struct device *dev, gfp_t gfp, const char *fmt, va_list args)
{
	return print(dev, gfp, fmt, args, KRT_PC);
}

char *devm_kasprintf(struct device *dev, gfp_t gfp, const char *fmt, ...)
{
	va_list args;
	char *text;

	va_start(args, fmt);
	text = print(dev, gfp, fmt, args, KRT_PC);
	va_end(args);
	return text;
}

/* --- actions --------------------------------------------------------------------------------- */

static int add_action(struct device *dev, void (*action)(void *), void *data, const void *pc)
{
	if (krt_must_fail(pc))
		return -ENOMEM;
	add_record(dev, (struct record){ .action = action, .data = data });
	return 0;
}

#ifdef KRT_BUNDLED
int krt_devm_add_action(struct device *dev, void (*action)(void *), void *data)
{
	return add_action(dev, action, data, KRT_PC);
}

int krt_devm_add_action_or_reset(struct device *dev, void (*action)(void *), void *data)
{
	int error = add_action(dev, action, data, KRT_PC);

	if (error)
		action(data);
	return error;
}
#elif KRT_SINCE(6, 4)
int __devm_add_action(struct device *dev, void (*action)(void *), void *data, const char *name)
{
	return add_action(dev, action, data, KRT_PC);
}
#else
int devm_add_action(struct device *dev, void (*action)(void *), void *data)
{
	return add_action(dev, action, data, KRT_PC);
}
#endif

static void end_action(struct device *dev, void (*action)(void *), void *data, int run)
{
	struct record *rec;

	init_head(dev);
	list_for_each_entry_reverse(rec, &dev->devres_head, entry)
	{
		if (rec->action != action || rec->data != data)
			continue;
		if (run) {
			release(dev, rec);
		} else {
			list_del(&rec->entry);
			krt_own_free(rec);
		}
		return;
	}
}

void devm_remove_action(struct device *dev, void (*action)(void *), void *data)
{
	end_action(dev, action, data, 0);
}

void devm_release_action(struct device *dev, void (*action)(void *), void *data)
{
	end_action(dev, action, data, 1);
}

/* --- resources of a driver's own ---------------------------------------------------------------
 */

/* Between devres_alloc() and devres_add() the release function waits in front. */
struct own_resource {
	dr_release_t release;
	unsigned long pad;
	char data[];
};

static void *own_alloc(dr_release_t release_fn, size_t size, gfp_t gfp, const void *pc)
{
	struct own_resource *r = krt_alloc(sizeof(*r) + size, gfp | __GFP_ZERO, pc);

	if (!r)
		return NULL;
	krt_mem_find(r)->pub.managed = 1;
	r->release = release_fn;
	return r->data;
}

#define OWN(data_) container_of((char(*)[])(data_), struct own_resource, data)

#ifdef KRT_BUNDLED
void *devres_alloc(dr_release_t release_fn, size_t size, gfp_t gfp)
{
	return own_alloc(release_fn, size, gfp, KRT_PC);
}
#else
void *__devres_alloc_node(dr_release_t release_fn, size_t size, gfp_t gfp, int nid,
			  const char *name)
{
	return own_alloc(release_fn, size, gfp, KRT_PC);
}
#endif

void devres_free(void *res)
{
	if (res)
		krt_free(OWN(res), KRT_PC);
}

static void release_own(struct device *dev, void *data)
{
	struct own_resource *r = data;

	r->release(dev, r->data);
}

void devres_add(struct device *dev, void *res)
{
	add_record(dev, (struct record){ .release = release_own, .data = OWN(res) });
}

static struct record *find_own(struct device *dev, dr_release_t release_fn, dr_match_t match,
			       void *match_data)
{
	struct record *rec;

	init_head(dev);
	list_for_each_entry_reverse(rec, &dev->devres_head, entry)
	{
		struct own_resource *r = rec->data;

		if (rec->release == release_own && r->release == release_fn &&
		    (!match || match(dev, r->data, match_data)))
			return rec;
	}
	return NULL;
}

void *devres_find(struct device *dev, dr_release_t release_fn, dr_match_t match, void *match_data)
{
	struct record *rec = find_own(dev, release_fn, match, match_data);

	return rec ? ((struct own_resource *)rec->data)->data : NULL;
}

int devres_release(struct device *dev, dr_release_t release_fn, dr_match_t match, void *match_data)
{
	struct record *rec = find_own(dev, release_fn, match, match_data);

	if (!rec)
		return -ENOENT;
	release(dev, rec);
	return 0;
}

int devres_destroy(struct device *dev, dr_release_t release_fn, dr_match_t match, void *match_data)
{
	struct record *rec = find_own(dev, release_fn, match, match_data);

	if (!rec)
		return -ENOENT;
	list_del(&rec->entry);
	krt_free(rec->data, KRT_PC);
	krt_own_free(rec);
	return 0;
}

void *devres_open_group(struct device *dev, void *id, gfp_t gfp)
{
	return id ?: dev;
}

void devres_close_group(struct device *dev, void *id)
{
}

/* --- groups of attributes
 * ------------------------------------------------------------------------- */

struct managed_groups {
	const struct attribute_group **groups;
	const struct attribute_group *one[2];
};

static void remove_groups(struct device *dev, void *data)
{
	struct managed_groups *m = data;

	sysfs_remove_groups(&dev->kobj, m->groups);
}

static int add_managed(struct device *dev, const struct attribute_group **groups,
		       const struct attribute_group *one, const void *pc)
{
	struct managed_groups *m = krt_alloc(sizeof(*m), GFP_KERNEL | __GFP_ZERO, pc);
	int error;

	if (!m)
		return -ENOMEM;
	m->one[0] = one;
	m->groups = groups ?: m->one;
	krt_mem_find(m)->pub.managed = 1;
	error = sysfs_create_groups(&dev->kobj, m->groups);
	if (error) {
		krt_free(m, pc);
		return error;
	}
	add_record(dev, (struct record){ .release = remove_groups, .data = m });
	return 0;
}

int devm_device_add_groups(struct device *dev, const struct attribute_group **groups)
{
	return add_managed(dev, groups, NULL, KRT_PC);
}

int devm_device_add_group(struct device *dev, const struct attribute_group *grp)
{
	return add_managed(dev, NULL, grp, KRT_PC);
}

static void remove_managed(struct device *dev, const struct attribute_group **groups,
			   const struct attribute_group *one)
{
	struct record *rec;

	init_head(dev);
	list_for_each_entry(rec, &dev->devres_head, entry)
	{
		const struct managed_groups *m = rec->data;

		if (rec->release == remove_groups &&
		    (one ? m->one[0] == one : m->groups == groups)) {
			release(dev, rec);
			return;
		}
	}
}

void devm_device_remove_groups(struct device *dev, const struct attribute_group **groups)
{
	remove_managed(dev, groups, NULL);
}

void devm_device_remove_group(struct device *dev, const struct attribute_group *grp)
{
	remove_managed(dev, NULL, grp);
}
