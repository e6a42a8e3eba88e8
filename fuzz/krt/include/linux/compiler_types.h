/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* changed: address-space and lock annotations vanish; inline has GNU 89 meaning */
#ifndef KRT_LINUX_COMPILER_TYPES_H
#define KRT_LINUX_COMPILER_TYPES_H

#include <krt/era.h>
#include <linux/kconfig.h>
#include <linux/compiler_attributes.h>

#define __user
#define __kernel
#define __iomem
#define __percpu
#define __rcu
#define __force
#define __nocast
#define __safe
#define __private
#define __chk_user_ptr(x) ((void)0)
#define __chk_io_ptr(x) ((void)0)
#define __bitwise
#define ACCESS_PRIVATE(p, member) ((p)->member)

#define __must_hold(x)
#define __acquires(x)
#define __releases(x)
#define __cond_acquires(x)
#define __cond_lock(x, c) (c)
#define __acquire(x) ((void)0)
#define __release(x) ((void)0)

#define __always_inline inline __attribute__((__always_inline__))
#define noinline __attribute__((__noinline__))
#define noinline_for_stack noinline
/* A non-static inline function of a driver must leave a definition to link with. */
#define inline inline __attribute__((__gnu_inline__)) __attribute__((__unused__))
#define __inline__ inline
#define __inline inline
#define notrace
#define asmlinkage
#define __naked
#define __latent_entropy
#define __lockfunc
#define __sched
#define __ro_after_init
#define __read_mostly
#define __cacheline_aligned
#define __cacheline_aligned_in_smp
#define ____cacheline_aligned __attribute__((__aligned__(64)))
#define ____cacheline_aligned_in_smp ____cacheline_aligned

#define __ADDRESSABLE(sym)
#define __same_type(a, b) __builtin_types_compatible_p(typeof(a), typeof(b))
#define __native_word(t) \
	(sizeof(t) == sizeof(char) || sizeof(t) == sizeof(short) || \
	 sizeof(t) == sizeof(int) || sizeof(t) == sizeof(long))
#define asm_volatile_goto(x...) asm goto(x)

#define ___PASTE(a, b) a##b
#define __PASTE(a, b) ___PASTE(a, b)
#define __UNIQUE_ID(prefix) __PASTE(__PASTE(__UNIQUE_ID_, prefix), __COUNTER__)

/* The build system gives each module its name; a file parsed alone has none. */
#ifndef KBUILD_MODNAME
#define KBUILD_MODNAME "driver"
#endif
#ifndef KBUILD_BASENAME
#define KBUILD_BASENAME KBUILD_MODNAME
#endif
#ifndef KBUILD_MODFILE
#define KBUILD_MODFILE KBUILD_MODNAME
#endif

#endif
