/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced */
#ifndef KRT_LINUX_MAJOR_H
#define KRT_LINUX_MAJOR_H

#define MEM_MAJOR 1
#define TTY_MAJOR 4
#define MISC_MAJOR 10
#define INPUT_MAJOR 13

#endif
