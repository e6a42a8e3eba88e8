/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* changed: an export is a redeclaration, nothing lands in a symbol table */
#ifndef KRT_LINUX_EXPORT_H
#define KRT_LINUX_EXPORT_H

#include <linux/compiler.h>

struct module;
extern struct module __this_module;
#define THIS_MODULE (&__this_module)

#define EXPORT_SYMBOL(sym) extern typeof(sym) sym
#define EXPORT_SYMBOL_GPL(sym) extern typeof(sym) sym
#define EXPORT_SYMBOL_NS(sym, ns) extern typeof(sym) sym
#define EXPORT_SYMBOL_NS_GPL(sym, ns) extern typeof(sym) sym
#define EXPORT_SYMBOL_FOR_MODULES(sym, mods) extern typeof(sym) sym

#endif
