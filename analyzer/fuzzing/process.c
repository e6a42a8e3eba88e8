// SPDX-License-Identifier: MIT
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/fatal.h"
#include "fuzzing/process.h"

#define CPU_SECONDS  300
#define OUTPUT_BYTES ((size_t)4 << 20) /* more of a compiler's complaints nobody reads */

int process_cpus(void)
{
	long n = sysconf(_SC_NPROCESSORS_ONLN);

	return n > 0 ? (int)n : 1;
}

static _Noreturn void exec_child(struct arena *a, const struct process *p, int output)
{
	const struct rlimit cpu = { CPU_SECONDS, CPU_SECONDS };
	struct args args = { 0 };
	int null = open("/dev/null", O_RDONLY | O_CLOEXEC);

	args_append(a, &args, &p->args);
	args_add(a, &args, NULL);
	dup2(null, STDIN_FILENO);
	dup2(output, STDOUT_FILENO);
	dup2(output, STDERR_FILENO);
	setrlimit(RLIMIT_CPU, &cpu);
	setenv("LC_ALL", "C", 1);
	if (p->prepare)
		p->prepare(p->data);
	execvp(args.v[0], (char *const *)args.v);
	_exit(PROCESS_NOT_STARTED);
}

static pid_t start(struct arena *a, const struct process *p, int output)
{
	pid_t pid = fork();

	if (pid < 0)
		fatal("cannot start %s: %s", p->args.v[0], strerror(errno));
	if (pid == 0)
		exec_child(a, p, output);
	return pid;
}

static void read_output(struct strbuf *b, int fd)
{
	char chunk[8192];
	off_t at = 0;
	ssize_t n;

	while (b->n < OUTPUT_BYTES && (n = pread(fd, chunk, sizeof(chunk), at)) > 0) {
		strbuf_add_bytes(b, chunk, (size_t)n);
		at += n;
	}
}

static int status_of(int status)
{
	return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

/** struct running - the children of one process_run_all(). */
struct running {
	pid_t *pids; /* of each process; 0 when it is not running */
	int *outputs;
	size_t n;
};

static void wait_for_one(struct process *p, struct running *r)
{
	int status;
	pid_t pid;

	do
		pid = waitpid(-1, &status, 0);
	while (pid < 0 && errno == EINTR);
	for (size_t i = 0; i < r->n; i++) {
		if (r->pids[i] != pid)
			continue;
		r->pids[i] = 0;
		p[i].status = status_of(status);
		read_output(&p[i].output, r->outputs[i]);
		close(r->outputs[i]);
	}
}

void process_run_all(struct arena *a, struct process *p, size_t n, int jobs)
{
	struct running r = { arena_array(a, n, sizeof(pid_t)), arena_array(a, n, sizeof(int)), n };
	size_t next = 0, ndone = 0;

	if (jobs <= 0)
		jobs = process_cpus();
	while (ndone < n) {
		while (next < n && next - ndone < (size_t)jobs) {
			strbuf_init(&p[next].output, a);
			r.outputs[next] = memfd_create("migver-output", MFD_CLOEXEC);
			if (r.outputs[next] < 0)
				fatal("cannot keep a program's output: %s", strerror(errno));
			r.pids[next] = start(a, &p[next], r.outputs[next]);
			next++;
		}
		wait_for_one(p, &r);
		ndone++;
	}
}

int process_run(struct arena *a, const struct args *args, struct strbuf *output)
{
	struct process p = { .args = *args };

	process_run_all(a, &p, 1, 1);
	if (output)
		*output = p.output;
	return p.status;
}
