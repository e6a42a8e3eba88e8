/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced */
#ifndef KRT_LINUX_RTC_H
#define KRT_LINUX_RTC_H

#include <linux/device.h>
#include <linux/interrupt.h>
#include <linux/seq_file.h>
#include <linux/time.h>
struct rtc_time {
	int tm_sec;
	int tm_min;
	int tm_hour;
	int tm_mday;
	int tm_mon;
	int tm_year;
	int tm_wday;
	int tm_yday;
	int tm_isdst;
};
extern int rtc_valid_tm(struct rtc_time *tm);
struct rtc_wkalrm {
	unsigned char enabled;
	unsigned char pending;
	struct rtc_time time;
};
struct rtc_class_ops {
	int (*ioctl)(struct device *dev, unsigned int cmd, unsigned long arg);
	int (*read_time)(struct device *dev, struct rtc_time *tm);
	int (*set_time)(struct device *dev, struct rtc_time *tm);
	int (*read_alarm)(struct device *dev, struct rtc_wkalrm *alrm);
	int (*set_alarm)(struct device *dev, struct rtc_wkalrm *alrm);
	int (*proc)(struct device *dev, struct seq_file *seq);
	int (*alarm_irq_enable)(struct device *dev, unsigned int enabled);
	int (*read_offset)(struct device *dev, long *offset);
	int (*set_offset)(struct device *dev, long offset);
};
struct rtc_device {
	struct device dev;
	struct module *owner;
	int id;
	const struct rtc_class_ops *ops;
	struct mutex ops_lock;
	unsigned long flags;
	unsigned long features[1];
	int irq_freq;
	time64_t range_min;
	timeu64_t range_max;
};
#define to_rtc_device(d) container_of(d, struct rtc_device, dev)
#define RTC_FEATURE_ALARM 0
#define RTC_IRQF 0x80
#define RTC_AF 0x20
extern struct rtc_device *devm_rtc_allocate_device(struct device *dev);
extern int devm_rtc_register_device(struct rtc_device *rtc);
extern void rtc_update_irq(struct rtc_device *rtc, unsigned long num, unsigned long events);
extern int rtc_read_time(struct rtc_device *rtc, struct rtc_time *tm);
extern int rtc_set_time(struct rtc_device *rtc, struct rtc_time *tm);
extern int rtc_read_alarm(struct rtc_device *rtc, struct rtc_wkalrm *alrm);
extern int rtc_set_alarm(struct rtc_device *rtc, struct rtc_wkalrm *alrm);
extern time64_t rtc_tm_to_time64(struct rtc_time *tm);
extern void rtc_time64_to_tm(time64_t time, struct rtc_time *tm);

#endif
