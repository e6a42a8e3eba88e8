/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* as the kernel */
#ifndef KRT_LINUX_SEQ_FILE_H
#define KRT_LINUX_SEQ_FILE_H

#include <linux/types.h>
#include <linux/string.h>
#include <linux/mutex.h>
#include <linux/cpumask.h>
#include <linux/fs.h>
struct seq_operations;
struct seq_file {
	char *buf;
	size_t size;
	size_t from;
	size_t count;
	size_t pad_until;
	loff_t index;
	loff_t read_pos;
	struct mutex lock;
	const struct seq_operations *op;
	const struct file *file;
	void *private;
};
struct seq_operations {
	void *(*start)(struct seq_file *m, loff_t *pos);
	void (*stop)(struct seq_file *m, void *v);
	void *(*next)(struct seq_file *m, void *v, loff_t *pos);
	int (*show)(struct seq_file *m, void *v);
};
#define SEQ_START_TOKEN ((void *)1)
#define SEQ_SKIP 1
extern int seq_open(struct file *file, const struct seq_operations *op);
extern ssize_t seq_read(struct file *file, char __user *buf, size_t size, loff_t *ppos);
extern loff_t seq_lseek(struct file *file, loff_t offset, int whence);
extern int seq_release(struct inode *inode, struct file *file);
extern int single_open(struct file *file, int (*show)(struct seq_file *, void *), void *data);
extern int single_open_size(struct file *file, int (*show)(struct seq_file *, void *),
			    void *data, size_t size);
extern int single_release(struct inode *inode, struct file *file);
extern void *__seq_open_private(struct file *f, const struct seq_operations *ops, int psize);
extern int seq_release_private(struct inode *inode, struct file *file);
extern __printf(2, 3) void seq_printf(struct seq_file *m, const char *fmt, ...);
extern void seq_puts(struct seq_file *m, const char *s);
extern void seq_putc(struct seq_file *m, char c);
extern int seq_write(struct seq_file *seq, const void *data, size_t len);
extern bool seq_has_overflowed(struct seq_file *m);
extern void seq_hex_dump(struct seq_file *m, const char *prefix_str, int prefix_type, int rowsize,
			 int groupsize, const void *buf, size_t len, bool ascii);
extern struct list_head *seq_list_start(struct list_head *head, loff_t pos);
extern struct list_head *seq_list_next(void *v, struct list_head *head, loff_t *ppos);
#define DEFINE_SHOW_ATTRIBUTE(__name) \
	static int __name##_open(struct inode *inode, struct file *file) \
	{ \
		return single_open(file, __name##_show, inode->i_private); \
	} \
	static const struct file_operations __name##_fops = { \
		.owner = THIS_MODULE, \
		.open = __name##_open, \
		.read = seq_read, \
		.llseek = seq_lseek, \
		.release = single_release, \
	}
#define DEFINE_SEQ_ATTRIBUTE(__name) \
	static int __name##_open(struct inode *inode, struct file *file) \
	{ \
		int ret = seq_open(file, &__name##_sops); \
		if (!ret && inode->i_private) \
			((struct seq_file *)file->private_data)->private = inode->i_private; \
		return ret; \
	} \
	static const struct file_operations __name##_fops = { \
		.owner = THIS_MODULE, \
		.open = __name##_open, \
		.read = seq_read, \
		.llseek = seq_lseek, \
		.release = seq_release, \
	}

#endif
