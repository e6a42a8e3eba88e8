/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced: a few pixel formats */
#ifndef KRT_DRM_DRM_FOURCC_H
#define KRT_DRM_DRM_FOURCC_H

#include <linux/types.h>
#define fourcc_code(a, b, c, d) \
	((__u32)(a) | ((__u32)(b) << 8) | ((__u32)(c) << 16) | ((__u32)(d) << 24))
#define DRM_FORMAT_XRGB8888 fourcc_code('X', 'R', '2', '4')
#define DRM_FORMAT_ARGB8888 fourcc_code('A', 'R', '2', '4')
#define DRM_FORMAT_XBGR8888 fourcc_code('X', 'B', '2', '4')
#define DRM_FORMAT_RGB565 fourcc_code('R', 'G', '1', '6')
#define DRM_FORMAT_MOD_LINEAR 0

#endif
