/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
#ifndef PLOVER_H
#define PLOVER_H

#include <linux/types.h>

#define PLOVER_PREFIX	"plover-"
#define PLOVER_LEVEL	"c3"

int plover_check_prefix(const char *buf, size_t count);
int plover_check_level(const char *level);

#endif
