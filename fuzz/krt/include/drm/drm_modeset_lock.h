/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced: empty, so that it can be included */
#ifndef KRT_DRM_DRM_MODESET_LOCK_H
#define KRT_DRM_DRM_MODESET_LOCK_H

#include <linux/types.h>

#endif
