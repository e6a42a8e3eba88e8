/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* changed: no section placement; initcalls of every level are the module's init */
#ifndef KRT_LINUX_INIT_H
#define KRT_LINUX_INIT_H

#include <linux/compiler.h>
#include <linux/types.h>

#define __init
#define __initdata
#define __initconst
#define __exit
#define __exitdata
#define __exit_p(x) x
#define __exit_call __used
#define __ref
#define __refdata
#define __refconst
#define __devinit
#define __devexit
#define __devinitdata
#define __devinitconst
#define __devexit_p(x) x
#define __meminit
#define __meminitdata
#define __net_init
#define __net_exit
#define __init_or_module
#define __initdata_or_module
#define __initcall(fn) module_init(fn)
#define __exitcall(fn) module_exit(fn)
#define __setup(str, fn)
#define early_param(str, fn)

typedef int (*initcall_t)(void);
typedef void (*exitcall_t)(void);

extern int init_module(void);
extern void cleanup_module(void);

#define module_init(initfn) \
	static inline initcall_t __maybe_unused __inittest(void) \
	{ \
		return initfn; \
	} \
	int init_module(void) __attribute__((alias(#initfn)));
#define module_exit(exitfn) \
	static inline exitcall_t __maybe_unused __exittest(void) \
	{ \
		return exitfn; \
	} \
	void cleanup_module(void) __attribute__((alias(#exitfn)));

#define early_initcall(fn) module_init(fn)
#define core_initcall(fn) module_init(fn)
#define core_initcall_sync(fn) module_init(fn)
#define postcore_initcall(fn) module_init(fn)
#define arch_initcall(fn) module_init(fn)
#define arch_initcall_sync(fn) module_init(fn)
#define subsys_initcall(fn) module_init(fn)
#define subsys_initcall_sync(fn) module_init(fn)
#define fs_initcall(fn) module_init(fn)
#define rootfs_initcall(fn) module_init(fn)
#define device_initcall(fn) module_init(fn)
#define device_initcall_sync(fn) module_init(fn)
#define late_initcall(fn) module_init(fn)
#define late_initcall_sync(fn) module_init(fn)

#endif
