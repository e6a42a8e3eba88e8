/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* as the kernel for consumers */
#ifndef KRT_LINUX_GPIO_CONSUMER_H
#define KRT_LINUX_GPIO_CONSUMER_H

#include <linux/bits.h>
#include <linux/err.h>
#include <linux/types.h>
struct device;
struct gpio_desc;
struct gpio_descs {
	unsigned int ndescs;
	struct gpio_desc *desc[];
};
enum gpiod_flags {
	GPIOD_ASIS = 0,
	GPIOD_IN = 1,
	GPIOD_OUT_LOW = 3,
	GPIOD_OUT_HIGH = 7,
};
extern struct gpio_desc *__must_check gpiod_get(struct device *dev, const char *con_id,
						enum gpiod_flags flags);
extern struct gpio_desc *__must_check devm_gpiod_get(struct device *dev, const char *con_id,
						     enum gpiod_flags flags);
extern struct gpio_desc *__must_check devm_gpiod_get_optional(struct device *dev,
							      const char *con_id,
							      enum gpiod_flags flags);
extern struct gpio_desc *__must_check devm_gpiod_get_index(struct device *dev, const char *con_id,
							   unsigned int idx,
							   enum gpiod_flags flags);
extern struct gpio_descs *__must_check devm_gpiod_get_array(struct device *dev,
							    const char *con_id,
							    enum gpiod_flags flags);
extern void gpiod_put(struct gpio_desc *desc);
extern int gpiod_direction_input(struct gpio_desc *desc);
extern int gpiod_direction_output(struct gpio_desc *desc, int value);
extern int gpiod_get_value(const struct gpio_desc *desc);
extern void gpiod_set_value(struct gpio_desc *desc, int value);
extern int gpiod_get_value_cansleep(const struct gpio_desc *desc);
extern void gpiod_set_value_cansleep(struct gpio_desc *desc, int value);
extern int gpiod_to_irq(const struct gpio_desc *desc);

#endif
