/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* as the kernel, asked of the runtime */
#ifndef KRT_ASM_CURRENT_H
#define KRT_ASM_CURRENT_H

struct task_struct;
extern struct task_struct *get_current(void);
#define current get_current()

#endif
