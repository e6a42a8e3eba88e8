/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* changed: release string that goes with the era */
#ifndef KRT_GENERATED_UTSRELEASE_H
#define KRT_GENERATED_UTSRELEASE_H

#include <krt/era.h>

#if KRT_MDEV_ERA == 1
#define UTS_RELEASE "5.10.0"
#elif KRT_MDEV_ERA == 2
#define UTS_RELEASE "5.15.0"
#elif KRT_MDEV_ERA == 3
#define UTS_RELEASE "6.0.0"
#else
#define UTS_RELEASE "6.1.0"
#endif

#endif
