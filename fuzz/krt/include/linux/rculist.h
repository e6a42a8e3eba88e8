/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* changed: list walks without memory ordering */
#ifndef KRT_LINUX_RCULIST_H
#define KRT_LINUX_RCULIST_H

#include <linux/list.h>
#include <linux/rcupdate.h>
#define list_add_rcu list_add
#define list_add_tail_rcu list_add_tail
#define list_replace_rcu list_replace
#define hlist_add_head_rcu hlist_add_head
#define hlist_del_init_rcu hlist_del_init
#define list_for_each_entry_rcu(pos, head, member, cond...) \
	list_for_each_entry(pos, head, member)
#define list_for_each_entry_lockless(pos, head, member) list_for_each_entry(pos, head, member)
#define list_for_each_entry_srcu(pos, head, member, cond) list_for_each_entry(pos, head, member)
#define hlist_for_each_entry_rcu(pos, head, member, cond...) \
	hlist_for_each_entry(pos, head, member)
#define hlist_for_each_entry_rcu_notrace(pos, head, member) \
	hlist_for_each_entry(pos, head, member)
#define list_first_or_null_rcu(ptr, type, member) list_first_entry_or_null(ptr, type, member)
#define list_entry_rcu(ptr, type, member) container_of(READ_ONCE(ptr), type, member)

static inline void list_del_rcu(struct list_head *entry)
{
	__list_del(entry->prev, entry->next);
	entry->prev = LIST_POISON2;
}

static inline void hlist_del_rcu(struct hlist_node *n)
{
	__hlist_del(n);
	n->pprev = LIST_POISON2;
}

#endif
