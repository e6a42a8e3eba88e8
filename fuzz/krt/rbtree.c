// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Red-black trees without colours: the order is kept, the balance is not, which
 * nobody sees but the clock.
 */
#include <linux/rbtree.h>

#include "internal.h"

static struct rb_node *parent_of(const struct rb_node *node)
{
	return (struct rb_node *)(node->__rb_parent_color & ~3ul);
}

static void set_parent(struct rb_node *node, struct rb_node *parent)
{
	if (node)
		node->__rb_parent_color = (unsigned long)parent;
}

void rb_insert_color(struct rb_node *node, struct rb_root *root)
{
}

/* `new`, which may be NULL, takes the place of `old` below its parent. */
static void replace(struct rb_node *old, struct rb_node *new, struct rb_root *root)
{
	struct rb_node *parent = parent_of(old);

	if (!parent)
		root->rb_node = new;
	else if (parent->rb_left == old)
		parent->rb_left = new;
	else
		parent->rb_right = new;
	set_parent(new, parent);
}

void rb_erase(struct rb_node *node, struct rb_root *root)
{
	struct rb_node *next;

	if (!node->rb_left || !node->rb_right) {
		replace(node, node->rb_left ?: node->rb_right, root);
		return;
	}
	next = node->rb_right;
	while (next->rb_left)
		next = next->rb_left;
	if (next != node->rb_right) {
		replace(next, next->rb_right, root);
		next->rb_right = node->rb_right;
		set_parent(next->rb_right, next);
	}
	replace(node, next, root);
	next->rb_left = node->rb_left;
	set_parent(next->rb_left, next);
}

void rb_replace_node(struct rb_node *victim, struct rb_node *new, struct rb_root *root)
{
	*new = *victim;
	set_parent(victim->rb_left, new);
	set_parent(victim->rb_right, new);
	replace(victim, new, root);
}

struct rb_node *rb_first(const struct rb_root *root)
{
	struct rb_node *node = root->rb_node;

	while (node && node->rb_left)
		node = node->rb_left;
	return node;
}

struct rb_node *rb_last(const struct rb_root *root)
{
	struct rb_node *node = root->rb_node;

	while (node && node->rb_right)
		node = node->rb_right;
	return node;
}

struct rb_node *rb_next(const struct rb_node *node)
{
	struct rb_node *parent;

	if (RB_EMPTY_NODE(node))
		return NULL;
	if (node->rb_right) {
		node = node->rb_right;
		while (node->rb_left)
			node = node->rb_left;
		return (struct rb_node *)node;
	}
	while ((parent = parent_of(node)) && node == parent->rb_right)
		node = parent;
	return parent;
}

struct rb_node *rb_prev(const struct rb_node *node)
{
	struct rb_node *parent;

	if (RB_EMPTY_NODE(node))
		return NULL;
	if (node->rb_left) {
		node = node->rb_left;
		while (node->rb_right)
			node = node->rb_right;
		return (struct rb_node *)node;
	}
	while ((parent = parent_of(node)) && node == parent->rb_left)
		node = parent;
	return parent;
}

static struct rb_node *deepest(struct rb_node *node)
{
	while (node && (node->rb_left || node->rb_right))
		node = node->rb_left ?: node->rb_right;
	return node;
}

struct rb_node *rb_first_postorder(const struct rb_root *root)
{
	return deepest(root->rb_node);
}

struct rb_node *rb_next_postorder(const struct rb_node *node)
{
	struct rb_node *parent = node ? parent_of(node) : NULL;

	if (parent && node == parent->rb_left && parent->rb_right)
		return deepest(parent->rb_right);
	return parent;
}
