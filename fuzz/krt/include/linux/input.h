/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced: reporting from a driver */
#ifndef KRT_LINUX_INPUT_H
#define KRT_LINUX_INPUT_H

#include <linux/time.h>
#include <linux/list.h>
#include <linux/device.h>
#include <linux/fs.h>
#include <linux/timer.h>
#include <linux/mod_devicetable.h>
#define EV_SYN 0x00
#define EV_KEY 0x01
#define EV_REL 0x02
#define EV_ABS 0x03
#define EV_SW 0x05
#define KEY_POWER 116
#define KEY_SLEEP 142
#define KEY_PROG1 148
#define BTN_LEFT 0x110
#define BTN_TOUCH 0x14a
#define ABS_X 0x00
#define ABS_Y 0x01
#define ABS_PRESSURE 0x18
#define BUS_PCI 0x01
#define BUS_USB 0x03
#define BUS_I2C 0x18
#define BUS_HOST 0x19
#define INPUT_PROP_DIRECT 0x01
struct input_id {
	__u16 bustype;
	__u16 vendor;
	__u16 product;
	__u16 version;
};
struct input_dev {
	const char *name;
	const char *phys;
	const char *uniq;
	struct input_id id;
	unsigned long propbit[1];
	unsigned long evbit[1];
	unsigned long keybit[12];
	unsigned long relbit[1];
	unsigned long absbit[1];
	unsigned long swbit[1];
	int (*open)(struct input_dev *dev);
	void (*close)(struct input_dev *dev);
	struct mutex mutex;
	struct device dev;
};
#define to_input_dev(d) container_of(d, struct input_dev, dev)
extern struct input_dev *__must_check input_allocate_device(void);
extern struct input_dev *__must_check devm_input_allocate_device(struct device *dev);
extern void input_free_device(struct input_dev *dev);
extern int __must_check input_register_device(struct input_dev *dev);
extern void input_unregister_device(struct input_dev *dev);
extern void input_event(struct input_dev *dev, unsigned int type, unsigned int code, int value);
extern void input_report_key(struct input_dev *dev, unsigned int code, int value);
extern void input_report_rel(struct input_dev *dev, unsigned int code, int value);
extern void input_report_abs(struct input_dev *dev, unsigned int code, int value);
extern void input_report_switch(struct input_dev *dev, unsigned int code, int value);
extern void input_sync(struct input_dev *dev);
extern void input_set_capability(struct input_dev *dev, unsigned int type, unsigned int code);
extern void input_set_abs_params(struct input_dev *dev, unsigned int axis, int min, int max,
				 int fuzz, int flat);
static inline void *input_get_drvdata(struct input_dev *dev)
{
	return dev_get_drvdata(&dev->dev);
}
static inline void input_set_drvdata(struct input_dev *dev, void *data)
{
	dev_set_drvdata(&dev->dev, data);
}

#endif
