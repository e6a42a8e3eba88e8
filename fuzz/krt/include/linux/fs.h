/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced: files, inodes and operations as character drivers use them */
#ifndef KRT_LINUX_FS_H
#define KRT_LINUX_FS_H

#include <linux/types.h>
#include <linux/list.h>
#include <linux/stat.h>
#include <linux/mm_types.h>
#include <linux/mutex.h>
#include <linux/rwsem.h>
#include <linux/spinlock.h>
#include <linux/fcntl.h>
#include <linux/kdev_t.h>
#include <linux/cred.h>
#include <linux/err.h>
#include <linux/uio.h>
#include <linux/ioctl.h>
#include <linux/slab.h>
struct module;
struct cdev;
struct dentry;
struct inode;
struct file;
struct kiocb;
struct pipe_inode_info;
struct poll_table_struct;
struct super_block;
struct address_space;
struct seq_file;
struct block_device;
struct file_lock;
typedef void *fl_owner_t;
#define FMODE_READ ((fmode_t)0x1)
#define FMODE_WRITE ((fmode_t)0x2)
#define FMODE_LSEEK ((fmode_t)0x4)
#define SEEK_SET 0
#define SEEK_CUR 1
#define SEEK_END 2
#define NR_FILE 8192
struct path {
	void *mnt;
	struct dentry *dentry;
};
struct qstr {
	u32 hash;
	u32 len;
	const unsigned char *name;
};
struct dentry {
	struct dentry *d_parent;
	struct qstr d_name;
	struct inode *d_inode;
};
struct address_space {
	struct inode *host;
	unsigned long nrpages;
};
struct file_operations;
struct inode_operations;
struct inode {
	umode_t i_mode;
	kuid_t i_uid;
	kgid_t i_gid;
	unsigned int i_flags;
	const struct inode_operations *i_op;
	struct super_block *i_sb;
	struct address_space *i_mapping;
	unsigned long i_ino;
	dev_t i_rdev;
	loff_t i_size;
	struct rw_semaphore i_rwsem;
	const struct file_operations *i_fop;
	union {
		struct pipe_inode_info *i_pipe;
		struct cdev *i_cdev;
	};
	void *i_private;
};
struct file {
	struct path f_path;
	struct inode *f_inode;
	const struct file_operations *f_op;
	atomic_long_t f_count;
	unsigned int f_flags;
	fmode_t f_mode;
	struct mutex f_pos_lock;
	loff_t f_pos;
	const struct cred *f_cred;
	void *private_data;
	struct address_space *f_mapping;
};
struct kiocb {
	struct file *ki_filp;
	loff_t ki_pos;
	int ki_flags;
};
struct file_operations {
	struct module *owner;
	loff_t (*llseek)(struct file *file, loff_t offset, int whence);
	ssize_t (*read)(struct file *file, char __user *buf, size_t count, loff_t *pos);
	ssize_t (*write)(struct file *file, const char __user *buf, size_t count, loff_t *pos);
	ssize_t (*read_iter)(struct kiocb *iocb, struct iov_iter *iter);
	ssize_t (*write_iter)(struct kiocb *iocb, struct iov_iter *iter);
	__poll_t (*poll)(struct file *file, struct poll_table_struct *wait);
	long (*unlocked_ioctl)(struct file *file, unsigned int cmd, unsigned long arg);
	long (*compat_ioctl)(struct file *file, unsigned int cmd, unsigned long arg);
	int (*mmap)(struct file *file, struct vm_area_struct *vma);
	int (*open)(struct inode *inode, struct file *file);
	int (*flush)(struct file *file, fl_owner_t id);
	int (*release)(struct inode *inode, struct file *file);
	int (*fsync)(struct file *file, loff_t start, loff_t end, int datasync);
	int (*fasync)(int fd, struct file *file, int on);
	unsigned long (*get_unmapped_area)(struct file *file, unsigned long addr,
					   unsigned long len, unsigned long pgoff,
					   unsigned long flags);
	long (*fallocate)(struct file *file, int mode, loff_t offset, loff_t len);
	void (*show_fdinfo)(struct seq_file *m, struct file *f);
};
struct fasync_struct;
extern int fasync_helper(int fd, struct file *filp, int on, struct fasync_struct **fapp);
extern void kill_fasync(struct fasync_struct **fp, int sig, int band);
extern int nonseekable_open(struct inode *inode, struct file *filp);
extern int stream_open(struct inode *inode, struct file *filp);
extern int simple_open(struct inode *inode, struct file *file);
extern int generic_file_open(struct inode *inode, struct file *filp);
extern loff_t no_llseek(struct file *file, loff_t offset, int whence);
extern loff_t noop_llseek(struct file *file, loff_t offset, int whence);
extern loff_t default_llseek(struct file *file, loff_t offset, int whence);
extern loff_t generic_file_llseek(struct file *file, loff_t offset, int whence);
extern loff_t fixed_size_llseek(struct file *file, loff_t offset, int whence, loff_t size);
extern long compat_ptr_ioctl(struct file *file, unsigned int cmd, unsigned long arg);
extern ssize_t simple_read_from_buffer(void __user *to, size_t count, loff_t *ppos,
				       const void *from, size_t available);
extern ssize_t simple_write_to_buffer(void *to, size_t available, loff_t *ppos,
				      const void __user *from, size_t count);
extern int register_chrdev(unsigned int major, const char *name,
			   const struct file_operations *fops);
extern void unregister_chrdev(unsigned int major, const char *name);
extern int register_chrdev_region(dev_t from, unsigned int count, const char *name);
extern int alloc_chrdev_region(dev_t *dev, unsigned int baseminor, unsigned int count,
			       const char *name);
extern void unregister_chrdev_region(dev_t from, unsigned int count);
extern struct file *filp_open(const char *filename, int flags, umode_t mode);
extern int filp_close(struct file *filp, fl_owner_t id);
extern ssize_t kernel_read(struct file *file, void *buf, size_t count, loff_t *pos);
extern ssize_t kernel_write(struct file *file, const void *buf, size_t count, loff_t *pos);
extern void replace_fops_krt(struct file *file, const struct file_operations *fops);
extern struct file *get_file(struct file *f);
extern void fput(struct file *file);
extern loff_t i_size_read(const struct inode *inode);
extern void i_size_write(struct inode *inode, loff_t i_size);
static inline struct inode *file_inode(const struct file *f)
{
	return f->f_inode;
}
static inline unsigned int iminor(const struct inode *inode)
{
	return MINOR(inode->i_rdev);
}
static inline unsigned int imajor(const struct inode *inode)
{
	return MAJOR(inode->i_rdev);
}
#define DEFINE_SIMPLE_ATTRIBUTE(__fops, __get, __set, __fmt) \
	static int __fops##_open(struct inode *inode, struct file *file) \
	{ \
		return simple_attr_open(inode, file, __get, __set, __fmt); \
	} \
	static const struct file_operations __fops = { \
		.owner = THIS_MODULE, \
		.open = __fops##_open, \
		.release = simple_attr_release, \
		.read = simple_attr_read, \
		.write = simple_attr_write, \
	}
extern int simple_attr_open(struct inode *inode, struct file *file, int (*get)(void *, u64 *),
			    int (*set)(void *, u64), const char *fmt);
extern int simple_attr_release(struct inode *inode, struct file *file);
extern ssize_t simple_attr_read(struct file *file, char __user *buf, size_t len, loff_t *ppos);
extern ssize_t simple_attr_write(struct file *file, const char __user *buf, size_t len,
				 loff_t *ppos);
#include <linux/export.h>

#endif
