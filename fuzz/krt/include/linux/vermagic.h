/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced */
#ifndef KRT_LINUX_VERMAGIC_H
#define KRT_LINUX_VERMAGIC_H

#include <generated/utsrelease.h>
#define VERMAGIC_STRING UTS_RELEASE " SMP mod_unload "

#endif
