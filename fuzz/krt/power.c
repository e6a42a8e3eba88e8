// SPDX-License-Identifier: MIT OR GPL-2.0-only
/* Runtime power management (counts only) and notifier chains. */
#include <linux/device.h>
#include <linux/notifier.h>
#include <linux/pm_runtime.h>
#include <linux/reboot.h>

#include "internal.h"

/* --- runtime power management: a device is always active ------------------------------- */

static void power_get(struct device *dev)
{
	atomic_inc(&dev->power.usage_count);
	krt.refs++;
}

static int power_put(struct device *dev, const void *pc)
{
	krt.refs--;
	if (atomic_dec_return(&dev->power.usage_count) < 0) {
		atomic_set(&dev->power.usage_count, 0);
		krt_complain(KRT_V_REFCOUNT, pc, "more pm_runtime_put() than pm_runtime_get()");
		return -EINVAL;
	}
	return 0;
}

#ifdef KRT_BUNDLED
#define GET(name, result)                                                                          \
	int name(struct device *dev)                                                               \
	{                                                                                          \
		power_get(dev);                                                                    \
		return result;                                                                     \
	}
GET(pm_runtime_get, 1)
GET(pm_runtime_get_sync, 1)
GET(pm_runtime_resume_and_get, 0)
GET(pm_runtime_get_if_in_use, 1)

void pm_runtime_get_noresume(struct device *dev)
{
	power_get(dev);
}

#define PUT(name)                                                                                  \
	int name(struct device *dev)                                                               \
	{                                                                                          \
		return power_put(dev, KRT_PC);                                                     \
	}
PUT(pm_runtime_put)
PUT(pm_runtime_put_sync)
PUT(pm_runtime_put_autosuspend)
PUT(pm_runtime_put_sync_autosuspend)
PUT(pm_runtime_put_sync_suspend)

void pm_runtime_put_noidle(struct device *dev)
{
	power_put(dev, KRT_PC);
}

bool pm_runtime_active(struct device *dev)
{
	return true;
}

bool pm_runtime_enabled(struct device *dev)
{
	return true;
}
#else
int __pm_runtime_resume(struct device *dev, int flags)
{
	if (flags & RPM_GET_PUT)
		power_get(dev);
	return 1;
}

static int release(struct device *dev, int flags, const void *pc)
{
	return flags & RPM_GET_PUT ? power_put(dev, pc) : 0;
}

int __pm_runtime_idle(struct device *dev, int flags)
{
	return release(dev, flags, KRT_PC);
}

int __pm_runtime_suspend(struct device *dev, int flags)
{
	return release(dev, flags, KRT_PC);
}
#endif

/* --- notifier chains, by falling priority -------------------------------------------------- */

static int chain_add(struct notifier_block **at, struct notifier_block *nb)
{
	for (; *at; at = &(*at)->next) {
		if (*at == nb)
			return -EEXIST;
		if (nb->priority > (*at)->priority)
			break;
	}
	nb->next = *at;
	*at = nb;
	return 0;
}

static int chain_remove(struct notifier_block **at, struct notifier_block *nb)
{
	for (; *at; at = &(*at)->next) {
		if (*at == nb) {
			*at = nb->next;
			return 0;
		}
	}
	return -ENOENT;
}

static int chain_call(struct notifier_block *nb, unsigned long val, void *v)
{
	int result = NOTIFY_DONE;

	while (nb) {
		struct notifier_block *next = nb->next;

		result = nb->notifier_call(nb, val, v);
		if (result & NOTIFY_STOP_MASK)
			break;
		nb = next;
	}
	return result;
}

#define CHAIN(kind)                                                                                \
	int kind##_notifier_chain_register(struct kind##_notifier_head *nh,                        \
					   struct notifier_block *nb)                              \
	{                                                                                          \
		return chain_add((struct notifier_block **)&nh->head, nb);                         \
	}                                                                                          \
	int kind##_notifier_chain_unregister(struct kind##_notifier_head *nh,                      \
					     struct notifier_block *nb)                            \
	{                                                                                          \
		return chain_remove((struct notifier_block **)&nh->head, nb);                      \
	}                                                                                          \
	int kind##_notifier_call_chain(struct kind##_notifier_head *nh, unsigned long val,         \
				       void *v)                                                    \
	{                                                                                          \
		return chain_call((struct notifier_block *)nh->head, val, v);                      \
	}
CHAIN(atomic)
CHAIN(blocking)
CHAIN(raw)
