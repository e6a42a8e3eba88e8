/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced */
#ifndef KRT_ACPI_ACPI_H
#define KRT_ACPI_ACPI_H

#include <linux/acpi.h>

#endif
