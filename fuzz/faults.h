/* SPDX-License-Identifier: MIT */
#ifndef FUZZ_FAULTS_H
#define FUZZ_FAULTS_H

#include "fuzz.h"

/** faults_init - handlers of signals and of the sanitizers' reports. */
void faults_init(void);

/**
 * faults_mute - reports are findings' details; as text on the terminal they'd be noise. To be
 * repeated in a forked process, which would write them to a file of its own.
 */
void faults_mute(void);

/** faults_begin - a call begins, from the frame of the caller. */
void faults_begin(struct fuzz *f);

/** faults_settle - the call is over: judge what waited for its verdict. */
void faults_settle(struct fuzz *f, const struct call *c);

/* arithmetic.c: what UBSan says */

/** arithmetic_settle - the same, of UBSan's part. */
void arithmetic_settle(struct fuzz *f, const struct call *c);

#endif
