/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced */
#ifndef KRT_LINUX_UIO_H
#define KRT_LINUX_UIO_H

#include <linux/types.h>
struct iovec {
	void __user *iov_base;
	__kernel_size_t iov_len;
};
struct kvec {
	void *iov_base;
	size_t iov_len;
};
struct iov_iter {
	u8 iter_type;
	bool data_source;
	size_t iov_offset;
	size_t count;
};
extern size_t copy_to_iter(const void *addr, size_t bytes, struct iov_iter *i);
extern size_t copy_from_iter(void *addr, size_t bytes, struct iov_iter *i);
extern size_t iov_iter_count(const struct iov_iter *i);

#endif
