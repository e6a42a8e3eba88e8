/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced */
#ifndef KRT_LINUX_TIMEX_H
#define KRT_LINUX_TIMEX_H

#include <linux/time.h>
typedef unsigned long long cycles_t;
extern cycles_t get_cycles(void);
extern unsigned long random_get_entropy(void);

#endif
