/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
#ifndef TERN_H
#define TERN_H

extern unsigned int tern_fw;

int tern_fw_level(void);

#endif
