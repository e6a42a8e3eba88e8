/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced */
#ifndef KRT_UAPI_DRM_DRM_FOURCC_H
#define KRT_UAPI_DRM_DRM_FOURCC_H

#include <drm/drm_fourcc.h>

#endif
