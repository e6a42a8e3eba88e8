/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* as the kernel for consumers */
#ifndef KRT_LINUX_CLK_H
#define KRT_LINUX_CLK_H

#include <linux/err.h>
#include <linux/kernel.h>
#include <linux/notifier.h>
struct device;
struct device_node;
struct clk;
struct clk_bulk_data {
	const char *id;
	struct clk *clk;
};
extern struct clk *clk_get(struct device *dev, const char *id);
extern struct clk *devm_clk_get(struct device *dev, const char *id);
extern struct clk *devm_clk_get_enabled(struct device *dev, const char *id);
extern struct clk *devm_clk_get_optional(struct device *dev, const char *id);
extern struct clk *devm_clk_get_optional_enabled(struct device *dev, const char *id);
extern struct clk *of_clk_get(struct device_node *np, int index);
extern void clk_put(struct clk *clk);
extern int clk_prepare(struct clk *clk);
extern void clk_unprepare(struct clk *clk);
extern int clk_enable(struct clk *clk);
extern void clk_disable(struct clk *clk);
extern int clk_prepare_enable(struct clk *clk);
extern void clk_disable_unprepare(struct clk *clk);
extern unsigned long clk_get_rate(struct clk *clk);
extern int clk_set_rate(struct clk *clk, unsigned long rate);
extern long clk_round_rate(struct clk *clk, unsigned long rate);
extern int clk_set_parent(struct clk *clk, struct clk *parent);
extern int __must_check devm_clk_bulk_get(struct device *dev, int num_clks,
					  struct clk_bulk_data *clks);
extern int __must_check devm_clk_bulk_get_all(struct device *dev, struct clk_bulk_data **clks);
extern int clk_bulk_prepare_enable(int num_clks, const struct clk_bulk_data *clks);
extern void clk_bulk_disable_unprepare(int num_clks, const struct clk_bulk_data *clks);

#endif
