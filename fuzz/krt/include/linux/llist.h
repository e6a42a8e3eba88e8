/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced */
#ifndef KRT_LINUX_LLIST_H
#define KRT_LINUX_LLIST_H

#include <linux/atomic.h>
#include <linux/container_of.h>
struct llist_node {
	struct llist_node *next;
};
struct llist_head {
	struct llist_node *first;
};
#define LLIST_HEAD_INIT(name) { NULL }
#define LLIST_HEAD(name) struct llist_head name = LLIST_HEAD_INIT(name)
#define llist_entry(ptr, type, member) container_of(ptr, type, member)
extern void init_llist_head(struct llist_head *list);
extern bool llist_add(struct llist_node *node, struct llist_head *head);
extern bool llist_empty(const struct llist_head *head);
extern struct llist_node *llist_del_all(struct llist_head *head);
extern struct llist_node *llist_del_first(struct llist_head *head);
#define llist_for_each(pos, node) for ((pos) = (node); pos; (pos) = (pos)->next)

#endif
