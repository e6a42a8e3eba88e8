/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* as the kernel */
#ifndef KRT_LINUX_TYPECHECK_H
#define KRT_LINUX_TYPECHECK_H

#define typecheck(type, x) \
	({ \
		type __tc_dummy; \
		typeof(x) __tc_dummy2; \
		(void)(&__tc_dummy == &__tc_dummy2); \
		1; \
	})
#define typecheck_fn(type, function) \
	({ \
		typeof(type) __tc_fn = function; \
		(void)__tc_fn; \
	})

#endif
