/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* as the kernel; the version follows KRT_MDEV_ERA, see krt/era.h */
#ifndef KRT_LINUX_VERSION_H
#define KRT_LINUX_VERSION_H

#include <krt/era.h>

#define KERNEL_VERSION(a, b, c) (((a) << 16) + ((b) << 8) + ((c) > 255 ? 255 : (c)))
#define LINUX_VERSION_CODE KRT_LINUX_VERSION_CODE
#define LINUX_VERSION_MAJOR (LINUX_VERSION_CODE >> 16)
#define LINUX_VERSION_PATCHLEVEL ((LINUX_VERSION_CODE >> 8) & 255)
#define LINUX_VERSION_SUBLEVEL (LINUX_VERSION_CODE & 255)
#define RHEL_RELEASE_VERSION(a, b) (((a) << 8) + (b))

#endif
