/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced */
#ifndef KRT_LINUX_FILE_H
#define KRT_LINUX_FILE_H

#include <linux/fs.h>
#include <linux/cleanup.h>
struct fd {
	struct file *file;
	unsigned int flags;
};
extern struct file *fget(unsigned int fd);
extern struct fd fdget(unsigned int fd);
extern void fdput(struct fd fd);
extern int get_unused_fd_flags(unsigned int flags);
extern void put_unused_fd(unsigned int fd);
extern void fd_install(unsigned int fd, struct file *file);

#endif
