/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/*
 * Forced into every kernel-side file (-include): functions that libc has, too,
 * but with another meaning, get another symbol, so that driver and krt have the
 * kernel's and the rest of the process keeps libc's. Functions that mean the
 * same in both (strlen, memcpy, strcmp, strsep, ...) stay libc's, which the
 * sanitizers check and report to the fuzzer.
 */
#pragma redefine_extname snprintf krt_snprintf
#pragma redefine_extname vsnprintf krt_vsnprintf
#pragma redefine_extname sprintf krt_sprintf
#pragma redefine_extname vsprintf krt_vsprintf
#pragma redefine_extname sscanf krt_sscanf
#pragma redefine_extname vsscanf krt_vsscanf
#pragma redefine_extname strlcpy krt_strlcpy
#pragma redefine_extname strlcat krt_strlcat
#pragma redefine_extname init_module krt_init_module
#pragma redefine_extname cleanup_module krt_cleanup_module
