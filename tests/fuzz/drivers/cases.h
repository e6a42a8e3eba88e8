/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/*
 * A driver whose attributes are cases. The name of an attribute says which
 * finding is due: mv205_... breaks MV205, mv206m_... breaks MV206 in its milder
 * form, ok_... breaks nothing. tests/fuzz/matrix compares.
 */
#ifndef CASES_H
#define CASES_H

#include <linux/device.h>
#include <linux/err.h>
#include <linux/kernel.h>
#include <linux/module.h>
#include <linux/mutex.h>
#include <linux/platform_device.h>
#include <linux/slab.h>
#include <linux/spinlock.h>
#include <linux/string.h>
#include <linux/sysfs.h>

#define OWN "larder-7.25"

struct larder {
	struct device *dev;
	struct mutex lock;
	spinlock_t quick;
	unsigned int level;
	unsigned int served;
	bool flag;
	char last[32];
	const char *kept, *cleared;
	char *copy;
	void (*hook)(struct larder *larder);
};

#define SHOW(name)                                                                        \
	static ssize_t name##_show(struct device *dev, struct device_attribute *attr,     \
				   char *buf)
#define STORE(name)                                                                       \
	static ssize_t name##_store(struct device *dev, struct device_attribute *attr,    \
				    const char *buf, size_t count)

static inline struct larder *larder_of(struct device *dev)
{
	return dev_get_drvdata(dev);
}

static inline bool is_own(const char *buf, size_t count)
{
	return strlen(buf) == count && sysfs_streq(buf, OWN);
}

/* A refusal with its message. */
static inline int refuse(struct device *dev)
{
	dev_info(dev, "another version\n");
	return -EINVAL;
}

/* The half of an attribute that is in order. */
#define GOOD_SHOW(name)                                                                   \
	SHOW(name)                                                                        \
	{                                                                                 \
		return larder_of(dev) ? sysfs_emit(buf, OWN "\n") : -ENODEV;              \
	}
#define GOOD_STORE(name)                                                                  \
	STORE(name)                                                                       \
	{                                                                                 \
		return is_own(buf, count) ? (ssize_t)count : refuse(dev);                 \
	}

/* CASES(X) lists the attributes. */
#define CASE_ATTR(name)	   static DEVICE_ATTR_RW(name);
#define CASE_ADDRESS(name) &dev_attr_##name.attr,
#define CASES_DRIVER(driver_name, CASES)                                                  \
	CASES(CASE_ATTR)                                                                  \
	static struct attribute *larder_attrs[] = { CASES(CASE_ADDRESS) NULL };           \
	ATTRIBUTE_GROUPS(larder);                                                         \
                                                                                          \
	static int larder_probe(struct platform_device *pdev)                             \
	{                                                                                 \
		struct larder *larder;                                                    \
                                                                                          \
		larder = devm_kzalloc(&pdev->dev, sizeof(*larder), GFP_KERNEL);           \
		if (!larder)                                                              \
			return -ENOMEM;                                                   \
		larder->dev = &pdev->dev;                                                 \
		mutex_init(&larder->lock);                                                \
		spin_lock_init(&larder->quick);                                           \
		platform_set_drvdata(pdev, larder);                                       \
		return 0;                                                                 \
	}                                                                                 \
	static struct platform_driver larder_driver = {                                   \
		.probe = larder_probe,                                                    \
		.driver = { .name = driver_name, .dev_groups = larder_groups },           \
	};                                                                                \
	module_platform_driver(larder_driver);                                            \
	MODULE_LICENSE("Dual MIT/GPL")

#endif
