/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced: addresses */
#ifndef KRT_LINUX_ETHERDEVICE_H
#define KRT_LINUX_ETHERDEVICE_H

#include <linux/netdevice.h>
extern struct net_device *alloc_etherdev_mqs(int sizeof_priv, unsigned int txqs,
					     unsigned int rxqs);
#define alloc_etherdev(sizeof_priv) alloc_etherdev_mqs(sizeof_priv, 1, 1)
extern void eth_random_addr(u8 *addr);
extern bool is_valid_ether_addr(const u8 *addr);
extern bool is_zero_ether_addr(const u8 *addr);
extern void eth_zero_addr(u8 *addr);
extern bool ether_addr_equal(const u8 *addr1, const u8 *addr2);
extern void ether_addr_copy(u8 *dst, const u8 *src);

#endif
