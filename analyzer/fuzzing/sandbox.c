// SPDX-License-Identifier: MIT
#include <errno.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <signal.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "fuzzing/sandbox.h"

#define OPEN_FILES 256

static void limit(int resource, rlim_t value)
{
	struct rlimit r;

	if (getrlimit(resource, &r) != 0)
		return;
	if (r.rlim_max == RLIM_INFINITY || value < r.rlim_max)
		r.rlim_max = value;
	r.rlim_cur = r.rlim_max;
	setrlimit(resource, &r);
}

/* The architecture whose numbers __NR_... are: a call by those of another one is none of ours. */
#if defined(__x86_64__)
#define ARCH AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define ARCH AUDIT_ARCH_AARCH64
#elif defined(__riscv) && __riscv_xlen == 64
#define ARCH AUDIT_ARCH_RISCV64
#elif defined(__powerpc64__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
#define ARCH AUDIT_ARCH_PPC64LE
#elif defined(__s390x__)
#define ARCH AUDIT_ARCH_S390X
#endif

/* x32 calls have numbers of their own, from this bit on, and the same architecture. */
#define X32_BIT 0x40000000u

/* socket() and its kin fail with EACCES, and so does any call by another ABI; the rest goes on. */
static int deny_sockets(void)
{
#ifdef ARCH
	static const struct sock_filter code[] = {
		BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, arch)),
		BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, ARCH, 0, 5),
		BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
		BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, X32_BIT, 3, 0),
		BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, __NR_socket, 2, 0),
		BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, __NR_io_uring_setup, 1, 0),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EACCES),
	};
	const struct sock_fprog filter = { sizeof(code) / sizeof(code[0]),
					   (struct sock_filter *)code };

	return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter);
#else
	errno = ENOSYS; /* what can't be told apart isn't half denied */
	return -1;
#endif
}

static enum sandbox_net leave_network(void)
{
	if (unshare(CLONE_NEWNET) == 0 || unshare(CLONE_NEWUSER | CLONE_NEWNET) == 0)
		return NET_NAMESPACE;
	return deny_sockets() == 0 ? NET_SECCOMP : NET_OPEN;
}

enum sandbox_net sandbox_enter(const struct sandbox *s)
{
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	limit(RLIMIT_CORE, 0);
	limit(RLIMIT_NOFILE, OPEN_FILES);
	limit(RLIMIT_FSIZE, (rlim_t)s->file_mb << 20);
	if (s->cpu_s)
		limit(RLIMIT_CPU, s->cpu_s);
	prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
	return leave_network();
}

enum sandbox_net sandbox_probe(void)
{
	const struct sandbox none = { .file_mb = 1 };
	int status = 0;
	pid_t pid = fork();

	if (pid == 0)
		_exit((int)sandbox_enter(&none));
	if (pid < 0 || waitpid(pid, &status, 0) != pid || !WIFEXITED(status))
		return NET_OPEN;
	return (enum sandbox_net)WEXITSTATUS(status);
}

const char *sandbox_text(struct arena *a, const struct sandbox *s, enum sandbox_net net)
{
	static const char *const texts[] = {
		[NET_NAMESPACE] = "no network (own namespace)",
		[NET_SECCOMP] = "no network (sockets are refused)",
		[NET_OPEN] = "the network could NOT be taken away",
	};

	return arena_printf(a,
			    "no new privileges, no core files, files of at most %u MB, %u MB of "
			    "memory, %s",
			    s->file_mb, s->memory_mb, texts[net]);
}
