/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* as the kernel */
#ifndef KRT_LINUX_FIRMWARE_H
#define KRT_LINUX_FIRMWARE_H

#include <linux/types.h>
#include <linux/compiler.h>
#include <linux/cleanup.h>
#include <linux/gfp_types.h>
#define FW_ACTION_NOUEVENT 0
#define FW_ACTION_UEVENT 1
struct firmware {
	size_t size;
	const u8 *data;
	void *priv;
};
struct module;
struct device;
extern int request_firmware(const struct firmware **fw, const char *name, struct device *device);
extern int firmware_request_nowarn(const struct firmware **fw, const char *name,
				   struct device *device);
extern int request_firmware_direct(const struct firmware **fw, const char *name,
				   struct device *device);
extern int request_firmware_into_buf(const struct firmware **fw, const char *name,
				     struct device *device, void *buf, size_t size);
extern int request_firmware_nowait(struct module *module, bool uevent, const char *name,
				   struct device *device, gfp_t gfp, void *context,
				   void (*cont)(const struct firmware *fw, void *context));
extern void release_firmware(const struct firmware *fw);
DEFINE_FREE(firmware, struct firmware *, release_firmware(_T))

#endif
