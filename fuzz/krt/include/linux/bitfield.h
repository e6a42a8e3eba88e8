/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* as the kernel, without the compile-time range checks */
#ifndef KRT_LINUX_BITFIELD_H
#define KRT_LINUX_BITFIELD_H

#include <linux/build_bug.h>
#include <linux/types.h>
#include <asm/byteorder.h>
#define __bf_shf(x) (__builtin_ffsll(x) - 1)
#define FIELD_MAX(_mask) ((typeof(_mask))((_mask) >> __bf_shf(_mask)))
#define FIELD_FIT(_mask, _val) (!((((typeof(_mask))(_val)) << __bf_shf(_mask)) & ~(_mask)))
#define FIELD_PREP(_mask, _val) (((typeof(_mask))(_val) << __bf_shf(_mask)) & (_mask))
#define FIELD_PREP_CONST(_mask, _val) FIELD_PREP(_mask, _val)
#define FIELD_GET(_mask, _reg) ((typeof(_mask))(((_reg) & (_mask)) >> __bf_shf(_mask)))
#define FIELD_MODIFY(_mask, _reg_p, _val) \
	(*(_reg_p) = (*(_reg_p) & ~(_mask)) | FIELD_PREP(_mask, _val))
#define __KRT_BF(T) \
	static inline T T##_encode_bits(T v, T field) \
	{ \
		return (T)((v << __bf_shf(field)) & field); \
	} \
	static inline T T##_get_bits(T v, T field) \
	{ \
		return (T)((v & field) >> __bf_shf(field)); \
	} \
	static inline T T##_replace_bits(T old, T val, T field) \
	{ \
		return (T)((old & ~field) | T##_encode_bits(val, field)); \
	} \
	static inline void T##p_replace_bits(T *p, T val, T field) \
	{ \
		*p = T##_replace_bits(*p, val, field); \
	}
__KRT_BF(u8)
__KRT_BF(u16)
__KRT_BF(u32)
__KRT_BF(u64)
#undef __KRT_BF

#endif
