/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
#ifndef LAPWING_H
#define LAPWING_H

#include <linux/types.h>

#define LAPWING_VERSION	"lapwing-i40-2"

/* 0 if the state of a device with that version can be loaded here */
int lapwing_match(const char *text, size_t len);

#endif
