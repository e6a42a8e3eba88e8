/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* as the kernel for consumers */
#ifndef KRT_LINUX_RESET_H
#define KRT_LINUX_RESET_H

#include <linux/err.h>
#include <linux/types.h>
struct device;
struct reset_control;
extern int reset_control_reset(struct reset_control *rstc);
extern int reset_control_assert(struct reset_control *rstc);
extern int reset_control_deassert(struct reset_control *rstc);
extern struct reset_control *devm_reset_control_get(struct device *dev, const char *id);
extern struct reset_control *devm_reset_control_get_exclusive(struct device *dev, const char *id);
extern struct reset_control *devm_reset_control_get_shared(struct device *dev, const char *id);
extern struct reset_control *devm_reset_control_get_optional(struct device *dev, const char *id);
extern struct reset_control *devm_reset_control_get_optional_exclusive(struct device *dev,
								       const char *id);

#endif
