// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Ember audio DSP. The attribute is a member of a heap object; its name, mode
 * and handlers are assigned in probe after sysfs_attr_init(). The handlers come
 * back to the object through container_of().
 *
 * migver-era: device
 * migver-expect: conforming
 */
#include <linux/device.h>
#include <linux/kernel.h>
#include <linux/module.h>
#include <linux/platform_device.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/sysfs.h>

struct ember_dsp {
	struct device *dev;
	unsigned int graph;
	struct device_attribute migration;
};

static ssize_t ember_show_version(struct device *dev,
				  struct device_attribute *attr, char *buf)
{
	struct ember_dsp *dsp = container_of(attr, struct ember_dsp, migration);

	return sysfs_emit(buf, "ember graph=%u\n", dsp->graph);
}

static int ember_parse_graph(const char *buf, size_t count, unsigned int *graph)
{
	static const char head[] = "ember graph=";

	if (strnlen(buf, count) != count)
		return -EILSEQ;
	if (!str_has_prefix(buf, head))
		return -EPROTOTYPE;

	return kstrtouint(buf + strlen(head), 10, graph);
}

static ssize_t ember_store_version(struct device *dev,
				   struct device_attribute *attr,
				   const char *buf, size_t count)
{
	struct ember_dsp *dsp = container_of(attr, struct ember_dsp, migration);
	unsigned int graph;
	int err;

	err = ember_parse_graph(buf, count, &graph);
	if (!err && graph != dsp->graph)
		err = -EXDEV;
	if (err) {
		dev_dbg(dev, "version %.*s: error %d\n",
			(int)min_t(size_t, count, 24), buf, err);
		return err;
	}

	return count;
}

static void ember_remove_version(void *data)
{
	struct ember_dsp *dsp = data;

	device_remove_file(dsp->dev, &dsp->migration);
}

static int ember_probe(struct platform_device *pdev)
{
	struct ember_dsp *dsp;
	int ret;

	dsp = devm_kzalloc(&pdev->dev, sizeof(*dsp), GFP_KERNEL);
	if (!dsp)
		return -ENOMEM;

	dsp->dev = &pdev->dev;
	dsp->graph = 23;

	sysfs_attr_init(&dsp->migration.attr);
	dsp->migration.attr.name = "migration_version";
	dsp->migration.attr.mode = 0644;
	dsp->migration.show = ember_show_version;
	dsp->migration.store = ember_store_version;

	ret = device_create_file(dsp->dev, &dsp->migration);
	if (ret)
		return ret;

	return devm_add_action_or_reset(dsp->dev, ember_remove_version, dsp);
}

static struct platform_driver ember_driver = {
	.driver = {
		.name = "ember-dsp",
	},
	.probe = ember_probe,
};
module_platform_driver(ember_driver);

MODULE_ALIAS("platform:ember-dsp");
MODULE_DESCRIPTION("Ember audio DSP");
MODULE_LICENSE("Dual MIT/GPL");
