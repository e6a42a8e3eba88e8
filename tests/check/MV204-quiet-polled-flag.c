/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/*
 * migver-era: device
 * migver-expect: conforming
 * migver-verdict: MV204 proved
 * migver-options: --profile sysfs
 */
#include <linux/delay.h>
#include <linux/device.h>
#include <linux/interrupt.h>
#include <linux/io.h>
#include <linux/module.h>
#include <linux/string.h>
#include <linux/sysfs.h>

/* An interrupt sets the flag that store waits for: that it has cleared it says nothing then. */

struct mailbox {
	void __iomem *regs;
	bool acked;
};

irqreturn_t mailbox_irq(int irq, void *data);
irqreturn_t mailbox_irq(int irq, void *data)
{
	struct mailbox *box = data;

	box->acked = true;
	return IRQ_HANDLED;
}

static int ask(struct mailbox *box)
{
	int tries = 100;

	box->acked = false;
	writel(1, box->regs);
	while (!box->acked) {
		msleep(20);
		if (!--tries)
			return -ETIMEDOUT;
	}
	return 0;
}

static ssize_t migration_version_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "mailbox-7\n");
}

static ssize_t migration_version_store(struct device *dev, struct device_attribute *attr,
				       const char *buf, size_t count)
{
	int ret = ask(dev_get_drvdata(dev));

	if (ret)
		return ret;
	return sysfs_streq(buf, "mailbox-7") ? count : -EINVAL;
}
static DEVICE_ATTR_RW(migration_version);

int mailbox_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
