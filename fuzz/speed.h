/* SPDX-License-Identifier: MIT */
#ifndef FUZZ_SPEED_H
#define FUZZ_SPEED_H

/** speed_cpu - the processor time that this process has had, in seconds. */
double speed_cpu(void);

/**
 * speed_bare - the seconds that two strings of forty bytes take to be compared, byte by byte
 * and with nothing around it: the measure for what a write of the driver's takes.
 */
double speed_bare(void);

#endif
