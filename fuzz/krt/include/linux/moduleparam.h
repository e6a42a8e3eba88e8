/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced: parameters keep the variable's address in a struct kernel_param */
#ifndef KRT_LINUX_MODULEPARAM_H
#define KRT_LINUX_MODULEPARAM_H

#include <linux/build_bug.h>
#include <linux/init.h>
#include <linux/stringify.h>
#include <linux/sysfs.h>
#include <linux/kernel.h>

struct module;
struct kernel_param;
struct kparam_string;
struct kparam_array;

/* Takes the semicolon that follows; the text itself has no use outside a .modinfo section. */
#define __krt_modinfo(tag, name, info) \
	_Static_assert(sizeof(info) != 0, "module information is a string")
#define __MODULE_INFO(tag, name, info) __krt_modinfo(tag, name, info)
#define MODULE_PARM_DESC(_parm, desc) __krt_modinfo(parm, _parm, desc)

enum {
	KERNEL_PARAM_FL_UNSAFE = (1 << 0),
	KERNEL_PARAM_FL_HWPARAM = (1 << 1),
};
#define KERNEL_PARAM_OPS_FL_NOARG 1

struct kernel_param_ops {
	unsigned int flags;
	int (*set)(const char *val, const struct kernel_param *kp);
	int (*get)(char *buffer, const struct kernel_param *kp);
	void (*free)(void *arg);
};

struct kernel_param {
	const char *name;
	struct module *mod;
	const struct kernel_param_ops *ops;
	const u16 perm;
	s8 level;
	u8 flags;
	union {
		void *arg;
		const struct kparam_string *str;
		const struct kparam_array *arr;
	};
};

struct kparam_string {
	unsigned int maxlen;
	char *string;
};

struct kparam_array {
	unsigned int max;
	unsigned int elemsize;
	unsigned int *num;
	const struct kernel_param_ops *ops;
	void *elem;
};

#define __module_param_call(prefix, _name, _ops, _arg, _perm, _level, _flags) \
	static const struct kernel_param __used __section("__param") \
		__aligned(sizeof(void *)) __param_##_name = { \
		.name = #_name, \
		.mod = &__this_module, \
		.ops = _ops, \
		.perm = VERIFY_OCTAL_PERMISSIONS(_perm), \
		.level = _level, \
		.flags = _flags, \
		{ _arg } \
	}
extern struct module __this_module;

#define module_param_cb(name, ops, arg, perm) \
	__module_param_call(, name, ops, arg, perm, -1, 0)
#define module_param_cb_unsafe(name, ops, arg, perm) \
	__module_param_call(, name, ops, arg, perm, -1, KERNEL_PARAM_FL_UNSAFE)
#define module_param(name, type, perm) module_param_named(name, name, type, perm)
#define module_param_unsafe(name, type, perm) module_param_named_unsafe(name, name, type, perm)
#define module_param_named(name, value, type, perm) \
	param_check_##type(name, &(value)); \
	module_param_cb(name, &param_ops_##type, &value, perm)
#define module_param_named_unsafe(name, value, type, perm) \
	param_check_##type(name, &(value)); \
	module_param_cb_unsafe(name, &param_ops_##type, &value, perm)
#define module_param_call(name, _set, _get, arg, perm) \
	static const struct kernel_param_ops __param_ops_##name = { .set = _set, .get = _get }; \
	__module_param_call(, name, &__param_ops_##name, arg, perm, -1, 0)
#define module_param_string(name, string, len, perm) \
	static const struct kparam_string __param_string_##name = { len, string }; \
	__module_param_call(, name, &param_ops_string, (void *)&__param_string_##name, perm, -1, 0)
#define module_param_array(name, type, nump, perm) \
	module_param_array_named(name, name, type, nump, perm)
#define module_param_array_named(name, array, type, nump, perm) \
	param_check_##type(name, &(array)[0]); \
	static const struct kparam_array __param_arr_##name = { \
		.max = ARRAY_SIZE(array), \
		.num = nump, \
		.ops = &param_ops_##type, \
		.elemsize = sizeof(array[0]), \
		.elem = array, \
	}; \
	__module_param_call(, name, &param_array_ops, (void *)&__param_arr_##name, perm, -1, 0)
#define module_param_hw(name, type, hwtype, perm) module_param_named(name, name, type, perm)
#define module_param_hw_named(name, value, type, hwtype, perm) \
	module_param_named(name, value, type, perm)
#define module_param_hw_array(name, type, hwtype, nump, perm) \
	module_param_array_named(name, name, type, nump, perm)
#define core_param(name, var, type, perm) module_param_named(name, var, type, perm)
#define core_param_cb(name, ops, arg, perm) module_param_cb(name, ops, arg, perm)

#define __param_check(name, p, type) \
	static inline type __maybe_unused *__check_##name(void) \
	{ \
		return (p); \
	} \
	_Static_assert(1, "")

#define __KRT_PARAM(name, type) \
	extern const struct kernel_param_ops param_ops_##name; \
	extern int param_set_##name(const char *val, const struct kernel_param *kp); \
	extern int param_get_##name(char *buffer, const struct kernel_param *kp);
__KRT_PARAM(byte, unsigned char)
__KRT_PARAM(short, short)
__KRT_PARAM(ushort, unsigned short)
__KRT_PARAM(int, int)
__KRT_PARAM(uint, unsigned int)
__KRT_PARAM(long, long)
__KRT_PARAM(ulong, unsigned long)
__KRT_PARAM(ullong, unsigned long long)
__KRT_PARAM(hexint, unsigned int)
__KRT_PARAM(charp, char *)
__KRT_PARAM(bool, bool)
__KRT_PARAM(invbool, bool)
#undef __KRT_PARAM
extern const struct kernel_param_ops param_ops_string;
extern const struct kernel_param_ops param_ops_bint;
extern const struct kernel_param_ops param_ops_bool_enable_only;
extern const struct kernel_param_ops param_array_ops;
extern int param_set_copystring(const char *val, const struct kernel_param *kp);
extern int param_get_string(char *buffer, const struct kernel_param *kp);
extern int param_set_bint(const char *val, const struct kernel_param *kp);
extern int param_set_uint_minmax(const char *val, const struct kernel_param *kp, unsigned int min,
				 unsigned int max);
extern void kernel_param_lock(struct module *mod);
extern void kernel_param_unlock(struct module *mod);

#define param_check_byte(name, p) __param_check(name, p, unsigned char)
#define param_check_short(name, p) __param_check(name, p, short)
#define param_check_ushort(name, p) __param_check(name, p, unsigned short)
#define param_check_int(name, p) __param_check(name, p, int)
#define param_check_uint(name, p) __param_check(name, p, unsigned int)
#define param_check_long(name, p) __param_check(name, p, long)
#define param_check_ulong(name, p) __param_check(name, p, unsigned long)
#define param_check_ullong(name, p) __param_check(name, p, unsigned long long)
#define param_check_hexint(name, p) __param_check(name, p, unsigned int)
#define param_check_charp(name, p) __param_check(name, p, char *)
#define param_check_bool(name, p) __param_check(name, p, bool)
#define param_check_bint(name, p) __param_check(name, p, int)
#define param_check_invbool(name, p) __param_check(name, p, bool)

#endif
