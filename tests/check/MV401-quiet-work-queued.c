// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * What a write leaves to be done later is an object that the worker frees, and
 * one that a list holds; the list is checked on the way, as debugging kernels do.
 *
 * migver-era: device
 * migver-expect: conforming
 * migver-options: --profile sysfs
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/sysfs.h>
#include <linux/slab.h>
#include <linux/list.h>
#include <linux/workqueue.h>

struct job {
	struct work_struct work;
	struct list_head node;
	unsigned int speed;
};

bool __list_add_valid(struct list_head *new, struct list_head *prev,
		      struct list_head *next);

static LIST_HEAD(unit_jobs);

static void job_run(struct work_struct *work)
{
	kfree(container_of(work, struct job, work));
}

static void job_link(struct job *job)
{
	if (!__list_add_valid(&job->node, &unit_jobs, unit_jobs.next))
		return;
	list_add(&job->node, &unit_jobs);
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct job *job, *known;
	unsigned int speed;
	int ret = kstrtouint(buf, 0, &speed);

	if (ret)
		return ret;
	job = kzalloc(sizeof(*job), GFP_KERNEL);
	if (!job)
		return -ENOMEM;
	known = kzalloc(sizeof(*known), GFP_KERNEL);
	if (!known) {
		kfree(job);
		return -ENOMEM;
	}
	job->speed = speed;
	known->speed = speed;
	INIT_WORK(&job->work, job_run);
	schedule_work(&job->work);
	job_link(known);
	return count;
}
static DEVICE_ATTR_WO(migration_version);

int unit_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
