// SPDX-License-Identifier: MIT OR GPL-2.0-only
/* The types of module parameters; the variables keep their initial values. */
#include <linux/moduleparam.h>

#include "internal.h"

#define PARAM(name, type, format, parse, wide)                                                     \
	int param_set_##name(const char *val, const struct kernel_param *kp)                       \
	{                                                                                          \
		wide value;                                                                        \
		int error = val ? parse(val, 0, &value) : -EINVAL;                                 \
                                                                                                   \
		if (error)                                                                         \
			return error;                                                              \
		if (value != (type)value)                                                          \
			return -ERANGE;                                                            \
		*(type *)kp->arg = value;                                                          \
		return 0;                                                                          \
	}                                                                                          \
	int param_get_##name(char *buffer, const struct kernel_param *kp)                          \
	{                                                                                          \
		return scnprintf(buffer, PAGE_SIZE, format "\n", *(type *)kp->arg);                \
	}                                                                                          \
	const struct kernel_param_ops param_ops_##name = {                                         \
		.set = param_set_##name,                                                           \
		.get = param_get_##name,                                                           \
	};
PARAM(byte, unsigned char, "%hhu", kstrtoull, unsigned long long)
PARAM(short, short, "%hi", kstrtoll, long long)
PARAM(ushort, unsigned short, "%hu", kstrtoull, unsigned long long)
PARAM(int, int, "%i", kstrtoll, long long)
PARAM(uint, unsigned int, "%u", kstrtoull, unsigned long long)
PARAM(long, long, "%li", kstrtoll, long long)
PARAM(ulong, unsigned long, "%lu", kstrtoull, unsigned long long)
PARAM(ullong, unsigned long long, "%llu", kstrtoull, unsigned long long)
PARAM(hexint, unsigned int, "%#08x", kstrtoull, unsigned long long)

int param_set_charp(const char *val, const struct kernel_param *kp)
{
	*(char **)kp->arg = krt_own_printf("%s", val);
	return 0;
}

int param_get_charp(char *buffer, const struct kernel_param *kp)
{
	return scnprintf(buffer, PAGE_SIZE, "%s\n", *(char **)kp->arg);
}

const struct kernel_param_ops param_ops_charp = { .set = param_set_charp, .get = param_get_charp };

int param_set_bool(const char *val, const struct kernel_param *kp)
{
	return kstrtobool(val ?: "1", kp->arg);
}

int param_get_bool(char *buffer, const struct kernel_param *kp)
{
	return sprintf(buffer, "%c\n", *(bool *)kp->arg ? 'Y' : 'N');
}

const struct kernel_param_ops param_ops_bool = {
	.flags = KERNEL_PARAM_OPS_FL_NOARG,
	.set = param_set_bool,
	.get = param_get_bool,
};

int param_set_invbool(const char *val, const struct kernel_param *kp)
{
	bool value;
	int error = kstrtobool(val, &value);

	if (!error)
		*(bool *)kp->arg = !value;
	return error;
}

int param_get_invbool(char *buffer, const struct kernel_param *kp)
{
	return sprintf(buffer, "%c\n", *(bool *)kp->arg ? 'N' : 'Y');
}

const struct kernel_param_ops param_ops_invbool = {
	.set = param_set_invbool,
	.get = param_get_invbool,
};

int param_set_bint(const char *val, const struct kernel_param *kp)
{
	bool value;
	int error = kstrtobool(val ?: "1", &value);

	if (!error)
		*(int *)kp->arg = value;
	return error;
}

const struct kernel_param_ops param_ops_bint = {
	.flags = KERNEL_PARAM_OPS_FL_NOARG,
	.set = param_set_bint,
	.get = param_get_int,
};

int param_set_copystring(const char *val, const struct kernel_param *kp)
{
	if (strlen(val) + 1 > kp->str->maxlen)
		return -ENOSPC;
	strcpy(kp->str->string, val);
	return 0;
}

int param_get_string(char *buffer, const struct kernel_param *kp)
{
	return scnprintf(buffer, PAGE_SIZE, "%s\n", kp->str->string);
}

const struct kernel_param_ops param_ops_string = {
	.set = param_set_copystring,
	.get = param_get_string,
};

const struct kernel_param_ops param_array_ops = { .get = param_get_string };
