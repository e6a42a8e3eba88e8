/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* as the kernel */
#ifndef KRT_LINUX_DEBUGFS_H
#define KRT_LINUX_DEBUGFS_H

#include <linux/fs.h>
#include <linux/seq_file.h>
#include <linux/types.h>
#include <linux/compiler.h>
struct device;
struct debugfs_reg32 {
	char *name;
	unsigned long offset;
};
struct debugfs_regset32 {
	const struct debugfs_reg32 *regs;
	int nregs;
	void __iomem *base;
	struct device *dev;
};
struct debugfs_blob_wrapper {
	void *data;
	unsigned long size;
};
struct debugfs_u32_array {
	u32 *array;
	u32 n_elements;
};
#define DEFINE_DEBUGFS_ATTRIBUTE(__fops, __get, __set, __fmt) \
	DEFINE_SIMPLE_ATTRIBUTE(__fops, __get, __set, __fmt)
extern struct dentry *debugfs_create_dir(const char *name, struct dentry *parent);
extern struct dentry *debugfs_create_file(const char *name, umode_t mode, struct dentry *parent,
					  void *data, const struct file_operations *fops);
extern struct dentry *debugfs_create_file_unsafe(const char *name, umode_t mode,
						 struct dentry *parent, void *data,
						 const struct file_operations *fops);
extern struct dentry *debugfs_create_symlink(const char *name, struct dentry *parent,
					     const char *dest);
extern struct dentry *debugfs_lookup(const char *name, struct dentry *parent);
extern void debugfs_remove(struct dentry *dentry);
extern void debugfs_remove_recursive(struct dentry *dentry);
extern void debugfs_lookup_and_remove(const char *name, struct dentry *parent);
extern void debugfs_create_u8(const char *name, umode_t mode, struct dentry *parent, u8 *value);
extern void debugfs_create_u16(const char *name, umode_t mode, struct dentry *parent, u16 *value);
extern void debugfs_create_u32(const char *name, umode_t mode, struct dentry *parent, u32 *value);
extern void debugfs_create_u64(const char *name, umode_t mode, struct dentry *parent, u64 *value);
extern void debugfs_create_ulong(const char *name, umode_t mode, struct dentry *parent,
				 unsigned long *value);
extern void debugfs_create_x8(const char *name, umode_t mode, struct dentry *parent, u8 *value);
extern void debugfs_create_x16(const char *name, umode_t mode, struct dentry *parent, u16 *value);
extern void debugfs_create_x32(const char *name, umode_t mode, struct dentry *parent, u32 *value);
extern void debugfs_create_x64(const char *name, umode_t mode, struct dentry *parent, u64 *value);
extern void debugfs_create_size_t(const char *name, umode_t mode, struct dentry *parent,
				  size_t *value);
extern void debugfs_create_atomic_t(const char *name, umode_t mode, struct dentry *parent,
				    atomic_t *value);
extern void debugfs_create_bool(const char *name, umode_t mode, struct dentry *parent,
				bool *value);
extern void debugfs_create_str(const char *name, umode_t mode, struct dentry *parent,
			       char **value);
extern struct dentry *debugfs_create_blob(const char *name, umode_t mode, struct dentry *parent,
					  struct debugfs_blob_wrapper *blob);
extern void debugfs_create_regset32(const char *name, umode_t mode, struct dentry *parent,
				    struct debugfs_regset32 *regset);
extern void debugfs_create_devm_seqfile(struct device *dev, const char *name,
					struct dentry *parent,
					int (*read_fn)(struct seq_file *s, void *data));
extern bool debugfs_initialized(void);

#endif
