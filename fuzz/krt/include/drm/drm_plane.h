/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced: plane kinds */
#ifndef KRT_DRM_DRM_PLANE_H
#define KRT_DRM_DRM_PLANE_H

enum drm_plane_type {
	DRM_PLANE_TYPE_OVERLAY,
	DRM_PLANE_TYPE_PRIMARY,
	DRM_PLANE_TYPE_CURSOR,
};

#endif
