// SPDX-License-Identifier: MIT
/*
 * What the kernel's build passes to the compiler for a module, without running
 * make: top-level Makefile (LINUXINCLUDE, USERINCLUDE, KBUILD_CFLAGS),
 * scripts/Makefile.lib (KBUILD_MODNAME and friends), arch/x86/Makefile. Only
 * what changes the meaning of declarations is passed. Optimisation is left
 * out: without it <linux/string.h> declares plain functions instead of
 * fortified wrappers, and those have models.
 */
#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/utsname.h>

#include "front/kernel_dir.h"
#include "front/paths.h"

#define CONFIG_BYTES ((size_t)4 << 20)

/* arch folder, uname -m, clang's triple (as scripts/Makefile.clang), its own flags. */
static const struct arch_row {
	const char *arch, *machine, *target;
	const char *flags[9];
} arch_rows[] = {
	{ "x86",
	  "x86_64",
	  "x86_64-linux-gnu",
	  { "-m64", "-mno-sse", "-mno-mmx", "-mno-sse2", "-mno-avx", "-mno-80387", "-mno-red-zone",
	    "-mcmodel=kernel" } },
	{ "arm64", "aarch64", "aarch64-linux-gnu", { "-mgeneral-regs-only" } },
	{ "arm", "armv7l", "arm-linux-gnueabi", { "-D__LINUX_ARM_ARCH__=7" } },
	{ "loongarch", "loongarch64", "loongarch64-linux-gnusf", { NULL } },
	{ "mips", "mips64", "mips64el-linux-gnuabi64", { NULL } },
	{ "powerpc", "ppc64le", "powerpc64le-linux-gnu", { "-mno-altivec", "-mno-vsx" } },
	{ "riscv", "riscv64", "riscv64-linux-gnu", { NULL } },
	{ "s390", "s390x", "s390x-linux-gnu", { "-D__PACK_STACK", "-march=z13" } },
	{ "sparc", "sparc64", "sparc64-linux-gnu", { NULL } },
};

#define N_ARCHES (sizeof(arch_rows) / sizeof(arch_rows[0]))

static const struct arch_row *arch_find(const char *arch)
{
	for (size_t i = 0; i < N_ARCHES; i++)
		if (strcmp(arch_rows[i].arch, arch) == 0)
			return &arch_rows[i];
	return NULL;
}

static const char *host_arch(void)
{
	struct utsname u;

	for (size_t i = 0; uname(&u) == 0 && i < N_ARCHES; i++)
		if (strcmp(arch_rows[i].machine, u.machine) == 0)
			return arch_rows[i].arch;
	return arch_rows[0].arch;
}

/* What follows @key in the line of @text that begins with it, or NULL. */
static const char *line_value(struct arena *a, const char *text, const char *key)
{
	size_t n = strlen(key);

	for (; text && *text; text = strchr(text, '\n')) {
		text += *text == '\n';
		if (strncmp(text, key, n) == 0)
			return arena_strndup(a, text + n, strcspn(text + n, " \t\n"));
	}
	return NULL;
}

static const char *read_text(struct arena *a, const char *dir, const char *name)
{
	const char *why = NULL;
	size_t n = 0;

	return file_read(a, path_join(a, dir, name), CONFIG_BYTES, &n, &why);
}

static bool has_sources(struct arena *a, const char *dir)
{
	return dir && path_exists_in(a, dir, "include/linux/kernel.h");
}

/* The split packages of Debian keep most headers elsewhere; the Makefile includes that one's. */
static const char *find_source(struct arena *a, const char *build)
{
	const char *text = read_text(a, build, "Makefile");
	const char *include = text ? line_value(a, text, "include ") : NULL;
	const char *candidates[] = {
		build,
		include ? path_dir(a, path_join(a, build, include)) : NULL,
		path_join(a, build, "source"),
		path_join(a, build, "../source"),
	};

	for (size_t i = 0; i < sizeof(candidates) / sizeof(candidates[0]); i++)
		if (has_sources(a, candidates[i]))
			return candidates[i];
	return NULL;
}

/* From arch/NAME/include/generated, the traces of a configured build. */
static const char *arch_from_folder(struct arena *a, const char *build)
{
	static const char tail[] = "/include/generated";
	const char *found = NULL;
	glob_t g = { 0 };

	if (glob(path_join(a, build, "arch/*/include/generated"), 0, NULL, &g) == 0) {
		char *path =
			arena_strndup(a, g.gl_pathv[0], strlen(g.gl_pathv[0]) - (sizeof(tail) - 1));

		found = path_base(path);
	}
	globfree(&g);
	return found;
}

static const char *arch_from_config(struct arena *a, const char *config)
{
	const char *name = config ? line_value(a, config, "# Linux/") : NULL;

	if (name && (strcmp(name, "x86_64") == 0 || strcmp(name, "i386") == 0))
		return "x86";
	return name;
}

static void read_config(struct arena *a, struct kernel_dir *k)
{
	const char *config = read_text(a, k->build, ".config");

	k->has_generated = path_exists_in(a, k->build, "include/generated/autoconf.h");
	k->arch = arch_from_config(a, config);
	if (!k->arch || !arch_find(k->arch))
		k->arch = arch_from_folder(a, k->build);
	if (!k->arch || !arch_find(k->arch))
		k->arch = host_arch();
	k->target = arch_find(k->arch)->target;
	if (!config)
		return;
	k->has_config = true;
	k->has_fentry = line_value(a, config, "CONFIG_FUNCTION_TRACER=y") &&
			line_value(a, config, "CONFIG_HAVE_FENTRY=y");
	k->is_big_endian = line_value(a, config, "CONFIG_CPU_BIG_ENDIAN=y");
	if (k->is_big_endian && strcmp(k->arch, "powerpc") == 0)
		k->target = "powerpc64-linux-gnu";
	else if (k->is_big_endian && strcmp(k->arch, "arm64") == 0)
		k->target = "aarch64_be-linux-gnu";
}

static void read_version(struct arena *a, struct kernel_dir *k)
{
	const char *makefile = read_text(a, k->source, "Makefile");
	const char *version = line_value(a, makefile, "VERSION = ");
	const char *patchlevel = line_value(a, makefile, "PATCHLEVEL = ");

	if (version && patchlevel) {
		k->version = (unsigned)strtoul(version, NULL, 10);
		k->patchlevel = (unsigned)strtoul(patchlevel, NULL, 10);
	}
}

const struct kernel_dir *kernel_dir_open(struct arena *a, const char *path, const char **error)
{
	struct kernel_dir *k = arena_new_of(a, struct kernel_dir);
	const char *real = path_real(a, path);

	if (!real || !path_is_dir(real)) {
		*error = arena_printf(a, "%s: no such folder", path);
		return NULL;
	}
	k->given = path;
	k->build = real;
	k->source = find_source(a, real);
	if (!k->source) {
		*error = arena_printf(
			a,
			"%s: not a kernel build, headers or source folder "
			"(no include/linux/kernel.h there, nor where its Makefile points)",
			path);
		return NULL;
	}
	k->source = path_real(a, k->source);
	read_config(a, k);
	read_version(a, k);
	return k;
}

const struct kernel_dir *kernel_dir_installed(struct arena *a)
{
	static const char *const patterns[] = {
		"/lib/modules/*/build",
		"/usr/src/linux-headers-*",
		"/usr/src/kernels/*",
	};
	const struct kernel_dir *best = NULL, *k;
	const char *error;

	for (size_t i = 0; !best && i < sizeof(patterns) / sizeof(patterns[0]); i++) {
		glob_t g = { 0 };

		if (glob(patterns[i], 0, NULL, &g) != 0)
			g.gl_pathc = 0;
		for (size_t j = 0; j < g.gl_pathc; j++) {
			k = kernel_dir_open(a, arena_strdup(a, g.gl_pathv[j]), &error);
			if (k && k->has_generated &&
			    (!best || k->version > best->version ||
			     (k->version == best->version && k->patchlevel >= best->patchlevel)))
				best = k;
		}
		globfree(&g);
	}
	return best;
}

/* ---- arguments ---- */

static bool is_at_least(const struct kernel_dir *k, unsigned version, unsigned patchlevel)
{
	return !k->version || k->version > version ||
	       (k->version == version && k->patchlevel >= patchlevel);
}

/* The folders of LINUXINCLUDE: below the source or the build folder, maybe in arch/NAME. */
static const struct include_row {
	bool is_build, in_arch;
	const char *path;
} include_rows[] = {
	{ false, true, "include" },	  { true, true, "include/generated" },
	{ false, false, "include" },	  { true, false, "include" },
	{ false, true, "include/uapi" },  { true, true, "include/generated/uapi" },
	{ false, false, "include/uapi" }, { true, false, "include/generated/uapi" },
};

static void add_folders(struct arena *a, const struct kernel_dir *k, struct args *out)
{
	for (size_t i = 0; i < sizeof(include_rows) / sizeof(include_rows[0]); i++) {
		const struct include_row *r = &include_rows[i];
		const char *dir = r->is_build ? k->build : k->source;

		if (r->in_arch)
			dir = arena_printf(a, "%s/arch/%s", dir, k->arch);
		dir = path_join(a, dir, r->path);
		if (path_is_dir(dir))
			args_add(a, out, arena_printf(a, "-I%s", dir));
	}
}

/* Not every version has each of them. */
static void add_forced_headers(struct arena *a, const struct kernel_dir *k, struct args *out)
{
	static const char *const names[] = {
		"include/linux/compiler-version.h",
		"include/linux/kconfig.h",
		"include/linux/compiler_types.h",
	};

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		if (!path_exists_in(a, k->source, names[i]))
			continue;
		args_add(a, out, "-include");
		args_add(a, out, path_join(a, k->source, names[i]));
	}
}

/* KBUILD_MODNAME and friends: the file's name with '-' as '_'. */
void kernel_dir_module_args(struct arena *a, const char *file, struct args *out)
{
	const char *base = path_base(file);
	char *name = arena_strndup(a, base, strcspn(base, "."));

	for (char *p = name; *p; p++)
		if (!strchr("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_", *p))
			*p = '_';
	args_add(a, out, arena_printf(a, "-DKBUILD_BASENAME=\"%s\"", name));
	args_add(a, out, arena_printf(a, "-DKBUILD_MODNAME=\"%s\"", name));
	args_add(a, out, arena_printf(a, "-DKBUILD_MODFILE=\"%s\"", name));
	args_add(a, out, arena_printf(a, "-D__KBUILD_MODNAME=kmod_%s", name));
}

static void add_language(struct arena *a, const struct kernel_dir *k, struct args *out)
{
	static const char *const common[] = {
		"-nostdinc",
		"-D__KERNEL__",
		"-DMODULE",
		"-fshort-wchar",
		"-fno-strict-aliasing",
		"-fno-common",
		"-fno-PIE",
		"-fno-delete-null-pointer-checks",
		"-fno-strict-overflow",
	};

	args_add_all(a, out, common, sizeof(common) / sizeof(common[0]));
	args_add(a, out, arena_printf(a, "--target=%s", k->target));
	args_add(a, out, is_at_least(k, 5, 18) ? "-std=gnu11" : "-std=gnu89");
	if (is_at_least(k, 6, 2))
		args_add(a, out, "-funsigned-char");
	if (k->version && is_at_least(k, 6, 19))
		args_add(a, out, "-fms-extensions");
}

static void add_arch(struct arena *a, const struct kernel_dir *k, struct args *out)
{
	const struct arch_row *row = arch_find(k->arch);

	for (size_t i = 0; row->flags[i]; i++)
		args_add(a, out, row->flags[i]);
	if (k->has_fentry)
		args_add(a, out, "-DCC_USING_FENTRY");
	if (strcmp(k->arch, "arm64") == 0)
		args_add(a, out, k->is_big_endian ? "-mbig-endian" : "-mlittle-endian");
}

void kernel_dir_args(struct arena *a, const struct kernel_dir *k, const char *file,
		     struct args *out)
{
	add_language(a, k, out);
	add_arch(a, k, out);
	add_folders(a, k, out);
	add_forced_headers(a, k, out);
	kernel_dir_module_args(a, file, out);
}
