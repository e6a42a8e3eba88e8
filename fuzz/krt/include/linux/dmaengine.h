/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced: opaque channels */
#ifndef KRT_LINUX_DMAENGINE_H
#define KRT_LINUX_DMAENGINE_H

#include <linux/device.h>
#include <linux/err.h>
#include <linux/scatterlist.h>
struct dma_chan;
typedef s32 dma_cookie_t;
extern struct dma_chan *dma_request_chan(struct device *dev, const char *name);
extern void dma_release_channel(struct dma_chan *chan);

#endif
