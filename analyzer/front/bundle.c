// SPDX-License-Identifier: MIT
#include <string.h>

#include "base/embedded.h"
#include "front/bundle.h"
#include "front/kernel_dir.h"

#define BUILTIN_DIR "/migver-builtin"

static const char prefix[] = "include/";

static void add_file(struct bundle *b, const char *name, const struct embedded_file *f)
{
	b->files[b->n++] = (struct CXUnsavedFile){
		.Filename = name,
		.Contents = (const char *)f->bytes,
		.Length = f->size,
	};
}

struct bundle bundle_all(struct arena *a)
{
	struct bundle b = { .files = arena_array(a, embedded_count + 1, sizeof(*b.files)) };

	for (size_t i = 0; i < embedded_count; i++) {
		const struct embedded_file *f = &embedded_files[i];

		if (strncmp(f->path, prefix, sizeof(prefix) - 1) == 0)
			add_file(&b, arena_printf(a, BUNDLE_DIR "/%s", f->path), f);
	}
	return b;
}

/* What a compiler brings itself and -nostdinc takes away. */
struct bundle bundle_builtin(struct arena *a)
{
	static const char *const names[] = { "stdarg.h", "stddef.h" };
	const size_t n = sizeof(names) / sizeof(names[0]);
	struct bundle b = { .files = arena_array(a, n, sizeof(*b.files)) };

	for (size_t i = 0; i < n; i++) {
		const struct embedded_file *f =
			embedded_find(arena_printf(a, "%s%s", prefix, names[i]));

		if (f)
			add_file(&b, arena_printf(a, BUILTIN_DIR "/%s", names[i]), f);
	}
	return b;
}

void bundle_builtin_args(struct arena *a, struct args *out)
{
	args_add(a, out, "-idirafter");
	args_add(a, out, BUILTIN_DIR);
}

static void add_forced_headers(struct arena *a, const char *dir, struct args *out)
{
	static const char *const names[] = { "linux/kconfig.h", "linux/compiler_types.h" };

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		if (!embedded_find(arena_printf(a, "%s%s", prefix, names[i])))
			continue;
		args_add(a, out, "-include");
		args_add(a, out, arena_printf(a, "%s/%s%s", dir, prefix, names[i]));
	}
}

void bundle_args(struct arena *a, const char *dir, const struct era_choice *c, const char *file,
		 struct args *out)
{
	/* The bundle's types are those of a 64-bit little-endian machine. */
	static const char *const common[] = {
		"-nostdinc",
		"-D__KERNEL__",
		"-DMODULE",
		"-std=gnu11",
		"-fshort-wchar",
		"--target=x86_64-linux-gnu",
		"-fno-strict-aliasing",
	};

	args_add_all(a, out, common, sizeof(common) / sizeof(common[0]));
	args_add(a, out, "-isystem");
	args_add(a, out, arena_printf(a, "%s/include", dir));
	args_add(a, out, "-isystem");
	args_add(a, out, arena_printf(a, "%s/include/uapi", dir));
	args_add(a, out, arena_printf(a, "-DKRT_MDEV_ERA=%d", c->era));
	if (c->has_own_type_attribute)
		args_add(a, out, "-DKRT_OWN_MDEV_TYPE_ATTRIBUTE");
	if (c->has_const_core && c->era == ERA_NR)
		args_add(a, out, "-DKRT_LINUX_VERSION_CODE=KRT_VERSION(6,4,0)");
	add_forced_headers(a, dir, out);
	kernel_dir_module_args(a, file, out);
}
