/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced */
#ifndef KRT_DRM_DRM_RECT_H
#define KRT_DRM_DRM_RECT_H

struct drm_rect {
	int x1, y1, x2, y2;
};

#endif
