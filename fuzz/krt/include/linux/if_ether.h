/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced */
#ifndef KRT_LINUX_IF_ETHER_H
#define KRT_LINUX_IF_ETHER_H

#include <linux/types.h>
#define ETH_ALEN 6
#define ETH_HLEN 14
#define ETH_DATA_LEN 1500
#define ETH_FRAME_LEN 1514
#define ETH_P_IP 0x0800
#define ETH_P_ALL 0x0003
struct ethhdr {
	unsigned char h_dest[ETH_ALEN];
	unsigned char h_source[ETH_ALEN];
	__be16 h_proto;
} __attribute__((packed));

#endif
