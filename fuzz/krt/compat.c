// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Functions that are inline in some versions and exported in others: defined
 * without the kernel's headers, so that nothing is declared twice.
 */
struct timer_list;

int timer_delete(struct timer_list *timer);
int timer_delete_sync(struct timer_list *timer);

int del_timer(struct timer_list *timer);
int del_timer_sync(struct timer_list *timer);

int del_timer(struct timer_list *timer)
{
	return timer_delete(timer);
}

int del_timer_sync(struct timer_list *timer)
{
	return timer_delete_sync(timer);
}
