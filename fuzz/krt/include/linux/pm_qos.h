/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced: device requests */
#ifndef KRT_LINUX_PM_QOS_H
#define KRT_LINUX_PM_QOS_H

#include <linux/device.h>
#include <linux/types.h>
struct dev_pm_qos_request {
	int type;
	struct device *dev;
};
struct pm_qos_request {
	void *qos;
};
extern void cpu_latency_qos_add_request(struct pm_qos_request *req, s32 value);
extern void cpu_latency_qos_update_request(struct pm_qos_request *req, s32 new_value);
extern void cpu_latency_qos_remove_request(struct pm_qos_request *req);

#endif
