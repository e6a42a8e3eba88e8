/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* as the kernel */
#ifndef KRT_LINUX_MFD_SYSCON_H
#define KRT_LINUX_MFD_SYSCON_H

#include <linux/err.h>
struct regmap;
struct device_node;
extern struct regmap *syscon_node_to_regmap(struct device_node *np);
extern struct regmap *syscon_regmap_lookup_by_compatible(const char *s);
extern struct regmap *syscon_regmap_lookup_by_phandle(struct device_node *np,
						      const char *property);

#endif
