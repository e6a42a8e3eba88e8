/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced: opaque machine */
#ifndef KRT_LINUX_KVM_HOST_H
#define KRT_LINUX_KVM_HOST_H

#include <linux/types.h>
#include <linux/mm.h>
struct kvm {
	struct mm_struct *mm;
	struct mutex lock;
};
typedef u64 gpa_t;
typedef u64 gfn_t;
extern void kvm_get_kvm(struct kvm *kvm);
extern bool kvm_get_kvm_safe(struct kvm *kvm);
extern void kvm_put_kvm(struct kvm *kvm);
extern int kvm_read_guest(struct kvm *kvm, gpa_t gpa, void *data, unsigned long len);
extern int kvm_write_guest(struct kvm *kvm, gpa_t gpa, const void *data, unsigned long len);

#endif
