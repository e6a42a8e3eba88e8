/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* as the kernel; the signal count argument went away in 6.8 */
#ifndef KRT_LINUX_EVENTFD_H
#define KRT_LINUX_EVENTFD_H

#include <linux/wait.h>
#include <linux/err.h>
#include <linux/fs.h>
#include <linux/file.h>
struct eventfd_ctx;
extern void eventfd_ctx_put(struct eventfd_ctx *ctx);
extern struct file *eventfd_fget(int fd);
extern struct eventfd_ctx *eventfd_ctx_fdget(int fd);
extern struct eventfd_ctx *eventfd_ctx_fileget(struct file *file);
#if KRT_SINCE(6, 8)
extern void eventfd_signal(struct eventfd_ctx *ctx);
#else
extern __u64 eventfd_signal(struct eventfd_ctx *ctx, __u64 n);
#endif

#endif
