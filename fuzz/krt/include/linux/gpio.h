/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced: number based calls */
#ifndef KRT_LINUX_GPIO_H
#define KRT_LINUX_GPIO_H

#include <linux/types.h>
#include <linux/errno.h>
struct device;
#define GPIOF_IN 1
#define GPIOF_OUT_INIT_LOW 0
#define GPIOF_OUT_INIT_HIGH 2
extern bool gpio_is_valid(int number);
extern int gpio_request(unsigned int gpio, const char *label);
extern int gpio_request_one(unsigned int gpio, unsigned long flags, const char *label);
extern int devm_gpio_request_one(struct device *dev, unsigned int gpio, unsigned long flags,
				 const char *label);
extern void gpio_free(unsigned int gpio);
extern int gpio_direction_input(unsigned int gpio);
extern int gpio_direction_output(unsigned int gpio, int value);
extern int gpio_get_value(unsigned int gpio);
extern void gpio_set_value(unsigned int gpio, int value);
extern int gpio_to_irq(unsigned int gpio);

#endif
