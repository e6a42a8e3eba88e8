// SPDX-License-Identifier: MIT
/*
 * The engine keeps the operands of comparisons, to put the one in the place of the
 * other in its inputs. Strings that the harness made from an input are not among
 * them, but are what nearly all comparisons are made with: told of those, too, it
 * would be busy with them for as long as the driver takes, for nothing.
 *
 * The linker puts these functions between the driver and the engine (--wrap, see
 * analyzer/fuzzing/build.c); where it doesn't, nobody calls them. They end in a
 * jump, as an engine takes the address that it returns to for the comparison's.
 */
#include "fuzz.h"

#define COMPARE(name, type, other)                                                                 \
	void __real___sanitizer_cov_trace_##name(type a, other b) __attribute__((weak));           \
	void __wrap___sanitizer_cov_trace_##name(type a, other b);                                 \
	void __wrap___sanitizer_cov_trace_##name(type a, other b)                                  \
	{                                                                                          \
		if (fuzz_world.is_input)                                                           \
			__real___sanitizer_cov_trace_##name(a, b);                                 \
	}

COMPARE(cmp1, uint8_t, uint8_t)
COMPARE(cmp2, uint16_t, uint16_t)
COMPARE(cmp4, uint32_t, uint32_t)
COMPARE(cmp8, uint64_t, uint64_t)
COMPARE(const_cmp1, uint8_t, uint8_t)
COMPARE(const_cmp2, uint16_t, uint16_t)
COMPARE(const_cmp4, uint32_t, uint32_t)
COMPARE(const_cmp8, uint64_t, uint64_t)
COMPARE(switch, uint64_t, uint64_t *)
