/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* as the kernel for consumers */
#ifndef KRT_LINUX_REGULATOR_CONSUMER_H
#define KRT_LINUX_REGULATOR_CONSUMER_H

#include <linux/err.h>
#include <linux/types.h>
struct device;
struct regulator;
struct regulator_bulk_data {
	const char *supply;
	struct regulator *consumer;
};
extern struct regulator *__must_check devm_regulator_get(struct device *dev, const char *id);
extern struct regulator *__must_check devm_regulator_get_optional(struct device *dev,
								  const char *id);
extern struct regulator *__must_check regulator_get(struct device *dev, const char *id);
extern int devm_regulator_get_enable(struct device *dev, const char *id);
extern void regulator_put(struct regulator *regulator);
extern int __must_check regulator_enable(struct regulator *regulator);
extern int regulator_disable(struct regulator *regulator);
extern int regulator_is_enabled(struct regulator *regulator);
extern int regulator_get_voltage(struct regulator *regulator);
extern int regulator_set_voltage(struct regulator *regulator, int min_uV, int max_uV);
extern int regulator_set_load(struct regulator *regulator, int load_uA);
extern int devm_regulator_bulk_get(struct device *dev, int num, struct regulator_bulk_data *c);
extern int regulator_bulk_enable(int num, struct regulator_bulk_data *consumers);
extern int regulator_bulk_disable(int num, struct regulator_bulk_data *consumers);

#endif
