/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced */
#ifndef KRT_LINUX_MMZONE_H
#define KRT_LINUX_MMZONE_H

#define MAX_ORDER 11
#define MAX_PAGE_ORDER 10
#define MAX_NUMNODES 64

#endif
