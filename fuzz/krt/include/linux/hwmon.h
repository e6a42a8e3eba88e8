/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced: registration, and the sensor bits of temperature, voltage, fan, pwm */
#ifndef KRT_LINUX_HWMON_H
#define KRT_LINUX_HWMON_H

#include <linux/bitops.h>
#include <linux/types.h>
struct device;
struct attribute_group;
enum hwmon_sensor_types {
	hwmon_chip,
	hwmon_temp,
	hwmon_in,
	hwmon_curr,
	hwmon_power,
	hwmon_energy,
	hwmon_humidity,
	hwmon_fan,
	hwmon_pwm,
	hwmon_intrusion,
	hwmon_max,
};
enum hwmon_chip_attributes {
	hwmon_chip_temp_reset_history,
	hwmon_chip_register_tz = 5,
	hwmon_chip_update_interval = 6,
	hwmon_chip_alarms = 7,
};
#define HWMON_C_REGISTER_TZ BIT(hwmon_chip_register_tz)
#define HWMON_C_UPDATE_INTERVAL BIT(hwmon_chip_update_interval)
#define HWMON_C_ALARMS BIT(hwmon_chip_alarms)
enum hwmon_temp_attributes {
	hwmon_temp_enable,
	hwmon_temp_input,
	hwmon_temp_type,
	hwmon_temp_lcrit,
	hwmon_temp_lcrit_hyst,
	hwmon_temp_min,
	hwmon_temp_min_hyst,
	hwmon_temp_max,
	hwmon_temp_max_hyst,
	hwmon_temp_crit,
	hwmon_temp_crit_hyst,
	hwmon_temp_emergency,
	hwmon_temp_emergency_hyst,
	hwmon_temp_alarm,
	hwmon_temp_lcrit_alarm,
	hwmon_temp_min_alarm,
	hwmon_temp_max_alarm,
	hwmon_temp_crit_alarm,
	hwmon_temp_emergency_alarm,
	hwmon_temp_fault,
	hwmon_temp_offset,
	hwmon_temp_label,
};
#define HWMON_T_INPUT BIT(hwmon_temp_input)
#define HWMON_T_MIN BIT(hwmon_temp_min)
#define HWMON_T_MAX BIT(hwmon_temp_max)
#define HWMON_T_MAX_HYST BIT(hwmon_temp_max_hyst)
#define HWMON_T_CRIT BIT(hwmon_temp_crit)
#define HWMON_T_CRIT_HYST BIT(hwmon_temp_crit_hyst)
#define HWMON_T_ALARM BIT(hwmon_temp_alarm)
#define HWMON_T_MIN_ALARM BIT(hwmon_temp_min_alarm)
#define HWMON_T_MAX_ALARM BIT(hwmon_temp_max_alarm)
#define HWMON_T_CRIT_ALARM BIT(hwmon_temp_crit_alarm)
#define HWMON_T_FAULT BIT(hwmon_temp_fault)
#define HWMON_T_LABEL BIT(hwmon_temp_label)
enum hwmon_in_attributes {
	hwmon_in_enable,
	hwmon_in_input,
	hwmon_in_min,
	hwmon_in_max,
	hwmon_in_lcrit,
	hwmon_in_crit,
	hwmon_in_average,
	hwmon_in_lowest,
	hwmon_in_highest,
	hwmon_in_reset_history,
	hwmon_in_label,
	hwmon_in_alarm,
	hwmon_in_min_alarm,
	hwmon_in_max_alarm,
};
#define HWMON_I_INPUT BIT(hwmon_in_input)
#define HWMON_I_MIN BIT(hwmon_in_min)
#define HWMON_I_MAX BIT(hwmon_in_max)
#define HWMON_I_LABEL BIT(hwmon_in_label)
#define HWMON_I_ALARM BIT(hwmon_in_alarm)
enum hwmon_curr_attributes {
	hwmon_curr_enable,
	hwmon_curr_input,
	hwmon_curr_min,
	hwmon_curr_max,
	hwmon_curr_label = 10,
};
#define HWMON_C_INPUT BIT(hwmon_curr_input)
#define HWMON_C_LABEL BIT(hwmon_curr_label)
enum hwmon_power_attributes {
	hwmon_power_enable,
	hwmon_power_average,
	hwmon_power_input = 8,
	hwmon_power_label = 21,
};
#define HWMON_P_INPUT BIT(hwmon_power_input)
#define HWMON_P_LABEL BIT(hwmon_power_label)
enum hwmon_fan_attributes {
	hwmon_fan_enable,
	hwmon_fan_input,
	hwmon_fan_label,
	hwmon_fan_min,
	hwmon_fan_max,
	hwmon_fan_div,
	hwmon_fan_pulses,
	hwmon_fan_target,
	hwmon_fan_alarm,
	hwmon_fan_min_alarm,
	hwmon_fan_max_alarm,
	hwmon_fan_fault,
};
#define HWMON_F_INPUT BIT(hwmon_fan_input)
#define HWMON_F_LABEL BIT(hwmon_fan_label)
#define HWMON_F_MIN BIT(hwmon_fan_min)
#define HWMON_F_MAX BIT(hwmon_fan_max)
#define HWMON_F_TARGET BIT(hwmon_fan_target)
#define HWMON_F_ALARM BIT(hwmon_fan_alarm)
#define HWMON_F_FAULT BIT(hwmon_fan_fault)
enum hwmon_pwm_attributes {
	hwmon_pwm_input,
	hwmon_pwm_enable,
	hwmon_pwm_mode,
	hwmon_pwm_freq,
};
#define HWMON_PWM_INPUT BIT(hwmon_pwm_input)
#define HWMON_PWM_ENABLE BIT(hwmon_pwm_enable)
#define HWMON_PWM_MODE BIT(hwmon_pwm_mode)
#define HWMON_PWM_FREQ BIT(hwmon_pwm_freq)
enum hwmon_humidity_attributes {
	hwmon_humidity_enable,
	hwmon_humidity_input,
};
#define HWMON_H_INPUT BIT(hwmon_humidity_input)
struct hwmon_ops {
	umode_t (*is_visible)(const void *drvdata, enum hwmon_sensor_types type, u32 attr,
			      int channel);
	int (*read)(struct device *dev, enum hwmon_sensor_types type, u32 attr, int channel,
		    long *val);
	int (*read_string)(struct device *dev, enum hwmon_sensor_types type, u32 attr,
			   int channel, const char **str);
	int (*write)(struct device *dev, enum hwmon_sensor_types type, u32 attr, int channel,
		     long val);
};
struct hwmon_channel_info {
	enum hwmon_sensor_types type;
	const u32 *config;
};
#define HWMON_CHANNEL_INFO(stype, ...) \
	(&(const struct hwmon_channel_info){ .type = hwmon_##stype, \
					     .config = (const u32[]){ __VA_ARGS__, 0 } })
struct hwmon_chip_info {
	const struct hwmon_ops *ops;
	const struct hwmon_channel_info *const *info;
};
extern struct device *hwmon_device_register(struct device *dev);
extern struct device *hwmon_device_register_with_groups(struct device *dev, const char *name,
							void *drvdata,
							const struct attribute_group **groups);
extern struct device *
devm_hwmon_device_register_with_groups(struct device *dev, const char *name, void *drvdata,
				       const struct attribute_group **groups);
extern struct device *hwmon_device_register_with_info(struct device *dev, const char *name,
						      void *drvdata,
						      const struct hwmon_chip_info *info,
						      const struct attribute_group **groups);
extern struct device *
devm_hwmon_device_register_with_info(struct device *dev, const char *name, void *drvdata,
				     const struct hwmon_chip_info *info,
				     const struct attribute_group **extra_groups);
extern void hwmon_device_unregister(struct device *dev);
extern int hwmon_notify_event(struct device *dev, enum hwmon_sensor_types type, u32 attr,
			      int channel);
extern char *devm_hwmon_sanitize_name(struct device *dev, const char *name);

#endif
