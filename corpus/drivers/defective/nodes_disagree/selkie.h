/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
#ifndef SELKIE_H
#define SELKIE_H

#define SELKIE_NOW	"selkie-vf-5"
#define SELKIE_OLD	"selkie-vf-4"

struct attribute_group;

extern struct attribute_group *selkie_type_groups[];

#endif
