/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced */
#ifndef KRT_LINUX_BUILDID_H
#define KRT_LINUX_BUILDID_H

#define BUILD_ID_SIZE_MAX 20

#endif
