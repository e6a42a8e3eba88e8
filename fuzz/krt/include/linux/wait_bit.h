/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced */
#ifndef KRT_LINUX_WAIT_BIT_H
#define KRT_LINUX_WAIT_BIT_H

#include <linux/wait.h>
extern void wake_up_bit(void *word, int bit);
extern int wait_on_bit(unsigned long *word, int bit, unsigned int mode);
extern int wait_on_bit_timeout(unsigned long *word, int bit, unsigned int mode, unsigned long t);

#endif
