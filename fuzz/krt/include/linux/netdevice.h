/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced: identity, private data, messages; no queues and no packets */
#ifndef KRT_LINUX_NETDEVICE_H
#define KRT_LINUX_NETDEVICE_H

#include <linux/device.h>
#include <linux/if_ether.h>
#include <linux/list.h>
#include <linux/timer.h>
#define IFNAMSIZ 16
struct sk_buff;
struct net_device_ops;
struct ethtool_ops;
typedef enum {
	NETDEV_TX_OK = 0x00,
	NETDEV_TX_BUSY = 0x10,
} netdev_tx_t;
struct net_device_stats {
	unsigned long rx_packets;
	unsigned long tx_packets;
	unsigned long rx_bytes;
	unsigned long tx_bytes;
	unsigned long rx_errors;
	unsigned long tx_errors;
	unsigned long rx_dropped;
	unsigned long tx_dropped;
};
struct net_device {
	char name[IFNAMSIZ];
	unsigned long state;
	int ifindex;
	unsigned int flags;
	unsigned int mtu;
	unsigned short type;
	unsigned char addr_len;
	const unsigned char *dev_addr;
	const struct net_device_ops *netdev_ops;
	const struct ethtool_ops *ethtool_ops;
	struct net_device_stats stats;
	struct device dev;
};
#define to_net_dev(d) container_of(d, struct net_device, dev)
#define SET_NETDEV_DEV(net, pdev) ((net)->dev.parent = (pdev))
extern void *netdev_priv(const struct net_device *dev);
extern int register_netdev(struct net_device *dev);
extern void unregister_netdev(struct net_device *dev);
extern void free_netdev(struct net_device *dev);
extern bool netif_running(const struct net_device *dev);
extern bool netif_carrier_ok(const struct net_device *dev);
extern void dev_hold(struct net_device *dev);
extern void dev_put(struct net_device *dev);
extern void rtnl_lock(void);
extern void rtnl_unlock(void);
extern int rtnl_trylock(void);
#define netdev_name(dev) ((dev)->name)
#define netdev_err(dev, fmt, args...) dev_err(&(dev)->dev, fmt, ##args)
#define netdev_warn(dev, fmt, args...) dev_warn(&(dev)->dev, fmt, ##args)
#define netdev_info(dev, fmt, args...) dev_info(&(dev)->dev, fmt, ##args)
#define netdev_dbg(dev, fmt, args...) dev_dbg(&(dev)->dev, fmt, ##args)

#endif
