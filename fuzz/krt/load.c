// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Loading and unloading: the order in which a kernel, its buses and user space
 * would bring the module to life, each part under a guard of its own, so that a
 * BUG() in one does not end the rest.
 */
#include "tree.h"
#include "driver.h"

extern int init_module(void) __attribute__((weak));
extern void cleanup_module(void) __attribute__((weak));

extern void krt_fixture_init(void) __attribute__((weak));
extern void krt_fixture_ready(void) __attribute__((weak));
extern void krt_fixture_exit(void) __attribute__((weak));

/* A version that a driver may show: MODULE_VERSION() itself is not kept. */
struct module __this_module = {
	.name = "driver",
	.state = MODULE_STATE_LIVE,
	.version = "1.0",
	.srcversion = "0123456789ABCDEF01234567",
};

int krt_boot(void)
{
	if (krt.booted)
		return 0;
	krt.booted = 1;
	krt_context_reset();
	krt_world_seed(krt.seed);
	krt_traps_boot();
	krt_kobjects_boot();
	krt_core_boot();
	krt_machine_boot();
	krt_platform_boot();
	krt_pci_boot();
	krt_mdev_boot();
	krt_i2c_boot();
	krt_misc_boot();
	krt_classdev_boot();
	return 0;
}

static void call_init(void *arg)
{
	*(int *)arg = init_module();
}

/* The result of module_init; KRT_ABORTED's place takes -EFAULT. */
static int run_init(void)
{
	int result = 0;

	if (!init_module)
		return 0;
	krt.guarded++;
	if (host_call(call_init, &result))
		result = -EFAULT;
	krt.guarded--;
	return result;
}

static void call_fixture(void *arg)
{
	void (**fn)(void) = arg;

	(*fn)();
}

static void run_fixture(void (*fn)(void), const char *what)
{
	if (!fn)
		return;
	krt.guarded++;
	if (host_call(call_fixture, &fn))
		krt_note("%s did not return", what);
	krt.guarded--;
}

static void run_guarded(void (*fn)(void *arg), const char *what)
{
	krt.guarded++;
	if (host_call(fn, NULL))
		krt_note("%s did not return", what);
	krt.guarded--;
}

int krt_load(void)
{
	int error;

	if (krt.loaded)
		return 0;
	krt.nnotes = 0;
	krt.user = NULL;
	krt_image_reset();
	run_fixture(krt_fixture_init, "krt_fixture_init");
	run_guarded(krt_set_parameters, "setting the parameters");
	error = run_init();
	if (error < 0) {
		krt_note("module_init: %d", error);
		krt_tree_forget();
		return error;
	}
	krt.loaded = 1;
	krt_platform_fake();
	krt_pci_fake();
	krt_i2c_fake();
	krt_mdev_create_all();
	run_fixture(krt_fixture_ready, "krt_fixture_ready");
	krt_tree_settle();
	krt_context_reset();
	return !init_module && !krt.nodes.n ? -ENODEV : 0;
}

static void call_exit(void *arg)
{
	cleanup_module();
}

static void remove_fakes(void *arg)
{
	while (krt.fakes.n)
		device_unregister(krt.fakes.v[--krt.fakes.n]);
}

void krt_unload(void)
{
	if (!krt.loaded)
		return;
	krt_drvdata_null(0);
	run_fixture(krt_fixture_exit, "krt_fixture_exit");
	run_guarded(remove_fakes, "removing the devices");
	if (cleanup_module)
		run_guarded(call_exit, "module_exit");
	krt_tree_forget();
	krt_context_reset();
	krt_forget_pending();
	krt.loaded = 0;
}

int krt_is_fake(const struct device *dev)
{
	unsigned i;

	for (i = 0; i < krt.fakes.n; i++)
		if (krt.fakes.v[i] == dev)
			return 1;
	return 0;
}

/* --- modules ---------------------------------------------------------------------------- */

bool try_module_get(struct module *module)
{
	krt.refs++;
	return true;
}

void __module_get(struct module *module)
{
	krt.refs++;
}

void module_put(struct module *module)
{
	krt.refs--;
}

#ifdef KRT_BUNDLED
int module_refcount(struct module *module)
{
	return 1;
}

bool module_is_live(struct module *module)
{
	return true;
}
#endif

/* --- driver data taken away ---------------------------------------------------------------- */

struct krt_hidden {
	struct device *dev;
	void *data;
};

void krt_drvdata_null(int on)
{
	struct device *dev;
	unsigned i;

	while (!on && krt.hidden.n) {
		struct krt_hidden *h = krt.hidden.v[--krt.hidden.n];

		if (krt_device_is_added(h->dev) && !h->dev->driver_data)
			h->dev->driver_data = h->data;
		krt_own_free(h);
	}
	if (!on || krt.hidden.n)
		return;
	krt_vec_for(&krt.devices, i, dev)
	{
		struct krt_hidden *h;

		if (!dev->driver_data || krt_has_data_from_birth(dev))
			continue;
		h = krt_own_alloc(sizeof(*h));
		*h = (struct krt_hidden){ dev, dev->driver_data };
		krt_vec_add(&krt.hidden, h);
		dev->driver_data = NULL;
	}
}
