/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* changed: krt's own switchboard; picks mdev era and kernel version, one place for both */
#ifndef KRT_KRT_ERA_H
#define KRT_KRT_ERA_H

/*
 * KRT_MDEV_ERA: 1 = 4.10-5.12, 2 = 5.13-5.18, 3 = 5.19-6.0, 4 = 6.1 and later.
 * KRT_LINUX_VERSION_CODE may override the version that the era implies; other
 * signatures that changed over time (class_create(), bus and class attributes,
 * platform remove, ...) follow KRT_SINCE().
 */
#ifndef KRT_MDEV_ERA
#define KRT_MDEV_ERA 2
#endif

#define KRT_VERSION(a, b, c) (((a) << 16) + ((b) << 8) + (c))

#ifndef KRT_LINUX_VERSION_CODE
#if KRT_MDEV_ERA == 1
#define KRT_LINUX_VERSION_CODE KRT_VERSION(5, 10, 0)
#elif KRT_MDEV_ERA == 2
#define KRT_LINUX_VERSION_CODE KRT_VERSION(5, 15, 0)
#elif KRT_MDEV_ERA == 3
#define KRT_LINUX_VERSION_CODE KRT_VERSION(6, 0, 0)
#elif KRT_MDEV_ERA == 4
#define KRT_LINUX_VERSION_CODE KRT_VERSION(6, 1, 0)
#else
#error "KRT_MDEV_ERA must be 1, 2, 3 or 4"
#endif
#endif

#define KRT_SINCE(a, b) (KRT_LINUX_VERSION_CODE >= KRT_VERSION(a, b, 0))

#endif
