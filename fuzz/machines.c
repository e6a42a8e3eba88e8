// SPDX-License-Identifier: MIT
/*
 * The module on other machines: what a driver shows may hang on its parameters and
 * on what the hardware says, and then so do its defects.
 *
 * A process of its own loads the module once for each machine and judges what it
 * would judge at the beginning of a run: shows, and writes of what was shown. What
 * it finds it sends itself. A machine that the module does not survive, or on
 * which it waits for ever, ends that process; the next one goes on with the
 * machines behind it.
 */
#include <string.h>
#include <sys/mman.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

#include "faults.h"
#include "oracle.h"

/* Seconds of processor time that a process may take for all machines, and processes. */
#define CPU_LIMIT     5
#define MAX_PROCESSES 4

/* Of both processes. */
struct journey {
	unsigned at;	/* the machine that is visited, or is next */
	unsigned found; /* findings sent */
};

static void limit_time(void)
{
	struct itimerval t = { .it_value.tv_sec = CPU_LIMIT };

	setitimer(ITIMER_PROF, &t, NULL);
}

/* A version of the usual machine, for machines that show none. */
struct usual {
	unsigned char bytes[PAGE_BYTES];
	size_t len;
};

static void remember(const struct fuzz *f, struct usual *u)
{
	*u = (struct usual){ .bytes = "0", .len = 1 };
	for (unsigned i = f->n_nodes; i-- > 0;) {
		const struct node *n = &f->nodes[i];

		if (!n->own_len)
			continue;
		u->len = n->own_len;
		memcpy(u->bytes, n->own, n->own_len);
	}
}

static void write_usual(struct fuzz *f, const struct usual *u)
{
	f->is_thorough = true;
	for (unsigned i = 0; i < f->n_nodes; i++)
		if (!f->nodes[i].own_len)
			bundle_run_node(f, &f->nodes[i], u->bytes, u->len);
	f->is_thorough = f->options.thorough;
}

static void visit(struct fuzz *f, unsigned machine, const struct usual *u, struct journey *j)
{
	unsigned before = f->findings.n;

	krt_unload();
	krt_machine(machine);
	if (target_reload(f) == 0) {
		target_learn(f);
		write_usual(f, u);
	}
	findings_send(f);
	j->found += f->findings.n - before;
}

static void travel(struct fuzz *f, struct journey *j)
{
	struct usual u;

	remember(f, &u);
	limit_time();
	faults_mute();
	f->is_elsewhere = true;
	while (j->at + 1 < krt_machine_count())
		visit(f, ++j->at, &u, j);
}

void machines_visit(struct fuzz *f)
{
	struct journey *j =
		mmap(NULL, sizeof(*j), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	int status;

	if (j == MAP_FAILED)
		return;
	for (int i = 0; i < MAX_PROCESSES && j->at + 1 < krt_machine_count(); i++) {
		pid_t child = fork();

		if (child == 0) {
			travel(f, j);
			_exit(0);
		}
		while (child > 0 && waitpid(child, &status, 0) < 0)
			;
	}
	f->elsewhere = j->found;
	munmap(j, sizeof(*j));
}
