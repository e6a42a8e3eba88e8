/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* as the kernel */
#ifndef KRT_LINUX_ANON_INODES_H
#define KRT_LINUX_ANON_INODES_H

#include <linux/types.h>
struct file;
struct file_operations;
extern int anon_inode_getfd(const char *name, const struct file_operations *fops, void *priv,
			    int flags);
extern struct file *anon_inode_getfile(const char *name, const struct file_operations *fops,
				       void *priv, int flags);

#endif
