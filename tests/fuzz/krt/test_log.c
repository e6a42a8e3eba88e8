// SPDX-License-Identifier: MIT
/* The log: levels, limits, devices, and WARN as a violation. */
#include <linux/device.h>
#include <linux/ratelimit.h>

#include "check.h"

static const struct krt_log_line *last(void)
{
	return krt_log_line(krt_log_seq() - 1);
}

void test_log(void)
{
	struct device *dev = root_device_register("logdev");

	pr_err("text %d\n", 7);
	CHECK_STR(last()->text, "text 7\n");
	CHECK_INT(last()->level, 3);
	CHECK_INT(last()->limited, 0);
	pr_info_ratelimited("often\n");
	CHECK_INT(last()->limited, 1);
	CHECK_INT(last()->level, 6);
	printk("plain\n");
	CHECK_INT(last()->level, 4);
	CHECK_INT(last()->limited, 0);
	dev_warn(dev, "careful\n");
	CHECK_STR(last()->text, " logdev: careful\n");
	CHECK(krt_log_line(krt_log_seq()) == NULL);
	CHECK_NO_VIOLATION();
	CHECK_INT(WARN_ON(krt_test_checks > 0), 1);
	CHECK_VIOLATION(KRT_V_WARN);
	CHECK_INT(WARN(krt_test_checks > 0, "number %d", 5), 1);
	CHECK(strstr(krt_violation_get(0)->detail, "number 5") != NULL);
	CHECK_VIOLATION(KRT_V_WARN);
	root_device_unregister(dev);
}
