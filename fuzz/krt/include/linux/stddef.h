/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced: offsets, sizes, grouped and flexible members */
#ifndef KRT_LINUX_STDDEF_H
#define KRT_LINUX_STDDEF_H

#include <linux/compiler_types.h>

#undef NULL
#define NULL ((void *)0)

#ifndef __KRT_BOOL_VALUES
#define __KRT_BOOL_VALUES
enum {
	false = 0,
	true = 1
};
#endif

#undef offsetof
#define offsetof(type, member) __builtin_offsetof(type, member)
#define sizeof_field(type, member) sizeof((((type *)0)->member))
#define offsetofend(type, member) (offsetof(type, member) + sizeof_field(type, member))

#define __struct_group(tag, name, attrs, members...) \
	union { \
		struct { members } attrs; \
		struct tag { members } attrs name; \
	}
#define struct_group(name, members...) \
	union { \
		struct { members }; \
		struct { members } name; \
	}
#define struct_group_attr(name, attrs, members...) \
	union { \
		struct { members } attrs; \
		struct { members } attrs name; \
	}
#define struct_group_tagged(tag, name, members...) __struct_group(tag, name, , members)
#define DECLARE_FLEX_ARRAY(type, name) \
	struct { \
		struct {} __empty_##name; \
		type name[]; \
	}
#define __DECLARE_FLEX_ARRAY(type, name) DECLARE_FLEX_ARRAY(type, name)

#endif
