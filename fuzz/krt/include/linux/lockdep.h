/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced: the checks are empty */
#ifndef KRT_LINUX_LOCKDEP_H
#define KRT_LINUX_LOCKDEP_H

#include <linux/lockdep_types.h>
#include <linux/bug.h>

#define lockdep_assert(c) do {} while (0)
#define lockdep_assert_held(l) ((void)(l))
#define lockdep_assert_not_held(l) ((void)(l))
#define lockdep_assert_held_write(l) ((void)(l))
#define lockdep_assert_held_read(l) ((void)(l))
#define lockdep_assert_held_once(l) ((void)(l))
#define lockdep_assert_none_held_once() do {} while (0)
#define lockdep_assert_irqs_disabled() do {} while (0)
#define lockdep_assert_irqs_enabled() do {} while (0)
#define lockdep_assert_in_irq() do {} while (0)
#define lockdep_is_held(l) (1)
#define lockdep_set_class(lock, key) do { (void)(key); } while (0)
#define lockdep_set_class_and_name(lock, key, name) do { (void)(key); } while (0)
#define lockdep_set_subclass(lock, sub) do {} while (0)
#define lockdep_set_novalidate_class(lock) do {} while (0)
#define lockdep_register_key(key) do { (void)(key); } while (0)
#define lockdep_unregister_key(key) do { (void)(key); } while (0)
#define lockdep_init_map(lock, name, key, sub) do { (void)(key); } while (0)
#define might_lock(lock) do {} while (0)
#define lock_map_acquire(l) do {} while (0)
#define lock_map_release(l) do {} while (0)
#define SINGLE_DEPTH_NESTING 1

#endif
