// SPDX-License-Identifier: MIT
/*
 * The parent forks a child per item, reads all their pipes with poll(), and
 * kills what overstays. A child's standard error goes to a file in memory: it
 * is not shown, but tells an exhausted memory from another crash.
 */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdint.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/fatal.h"
#include "front/worker.h"

#define RESULT_BYTES  ((size_t)512 << 20)
#define ERROR_BYTES   2048
#define SIGNAL_STACK  ((size_t)64 << 10)
#define STATUS_MEMORY 77 /* of a child that ran out of memory */
#define STACK_BYTES   ((rlim_t)96 << 20)

#if defined(__SANITIZE_ADDRESS__)
#define HAS_ASAN 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define HAS_ASAN 1
#endif
#endif
#ifndef HAS_ASAN
#define HAS_ASAN 0
#endif

struct worker {
	pid_t pid; /* 0: free */
	int out, err;
	size_t item;
	int64_t deadline_ms;
	bool is_late, is_too_long;
	struct arena *arena; /* of the text */
	struct strbuf text;
};

struct pool {
	const struct worker_limits *limits;
	const struct worker_task *task;
	struct worker *workers;
	struct pollfd *polls;
	size_t next; /* item to start */
};

static int64_t now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* ---- in the child ---- */

static void limit(int resource, rlim_t value)
{
	struct rlimit r;

	if (getrlimit(resource, &r) != 0)
		return;
	if (r.rlim_max != RLIM_INFINITY && r.rlim_max < value)
		value = r.rlim_max;
	r.rlim_cur = value;
	setrlimit(resource, &r);
}

static void limit_child(const struct worker_limits *l)
{
	limit(RLIMIT_CORE, 0);
	limit(RLIMIT_CPU, l->timeout_s + 1);
	limit(RLIMIT_FSIZE, ERROR_BYTES * 16);
	limit(RLIMIT_STACK, STACK_BYTES);
	if (!HAS_ASAN)
		limit(RLIMIT_AS, (rlim_t)l->memory_mb << 20);
	signal(SIGXFSZ, SIG_IGN);
	signal(SIGPIPE, SIG_DFL);
	prctl(PR_SET_PDEATHSIG, SIGKILL);
}

/*
 * Out of memory looks like any other crash when there is none left to say so.
 * Whether an eighth of the limit can still be had tells the two apart.
 */
static void on_crash(int sig)
{
	struct rlimit r;

	if (getrlimit(RLIMIT_AS, &r) == 0 && r.rlim_cur != RLIM_INFINITY &&
	    mmap(NULL, r.rlim_cur / 8, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) == MAP_FAILED)
		_exit(STATUS_MEMORY);
	signal(sig, SIG_DFL);
	raise(sig);
}

/* On a stack of its own: an overflow of the usual one is a crash, too. */
static void catch_crashes(struct arena *a)
{
	const stack_t stack = { .ss_sp = arena_alloc(a, SIGNAL_STACK), .ss_size = SIGNAL_STACK };
	struct sigaction act = { .sa_handler = on_crash, .sa_flags = SA_ONSTACK | SA_NODEFER };

	if (HAS_ASAN)
		return;
	sigaltstack(&stack, NULL);
	sigaction(SIGABRT, &act, NULL);
	sigaction(SIGSEGV, &act, NULL);
	sigaction(SIGBUS, &act, NULL);
	sigaction(SIGTRAP, &act, NULL);
	sigaction(SIGILL, &act, NULL);
}

static void redirect_child(int err)
{
	int null = open("/dev/null", O_RDWR | O_CLOEXEC);

	if (null >= 0) {
		dup2(null, STDIN_FILENO);
		dup2(null, STDOUT_FILENO);
	}
	dup2(err >= 0 ? err : null, STDERR_FILENO);
}

static void write_all(int fd, const char *s, size_t n)
{
	ssize_t done;

	for (; n; s += done, n -= (size_t)done) {
		done = write(fd, s, n);
		if (done < 0 && errno != EINTR)
			_exit(EXIT_USAGE);
		if (done < 0)
			done = 0;
	}
}

static _Noreturn void run_child(const struct pool *p, size_t item, int out, int err)
{
	struct arena *a;
	struct strbuf text;

	redirect_child(err);
	limit_child(p->limits);
	a = arena_new();
	catch_crashes(a);
	strbuf_init(&text, a);
	p->task->work(p->task->data, item, a, &text);
	write_all(out, text.s, text.n);
	_exit(EXIT_OK);
}

/* ---- in the parent ---- */

static void start_worker(struct pool *p, struct worker *w)
{
	int pipe_fds[2];

	*w = (struct worker){ .item = p->next++, .arena = arena_new() };
	strbuf_init(&w->text, w->arena);
	w->err = memfd_create("migver-stderr", MFD_CLOEXEC);
	if (pipe2(pipe_fds, O_CLOEXEC) != 0)
		fatal("cannot make a pipe: %s", strerror(errno));
	w->deadline_ms = now_ms() + (int64_t)p->limits->timeout_s * 1000;
	w->pid = fork();
	if (w->pid < 0)
		fatal("cannot start a worker: %s", strerror(errno));
	if (w->pid == 0)
		run_child(p, w->item, pipe_fds[1], w->err);
	close(pipe_fds[1]);
	w->out = pipe_fds[0];
}

static const char *signal_name(int sig)
{
	static const struct {
		int sig;
		const char *name;
	} names[] = {
		{ SIGSEGV, "SIGSEGV" }, { SIGABRT, "SIGABRT" }, { SIGBUS, "SIGBUS" },
		{ SIGFPE, "SIGFPE" },	{ SIGILL, "SIGILL" },	{ SIGKILL, "SIGKILL" },
		{ SIGTERM, "SIGTERM" }, { SIGTRAP, "SIGTRAP" }, { SIGXCPU, "SIGXCPU" },
		{ SIGINT, "SIGINT" },
	};

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (names[i].sig == sig)
			return names[i].name;
	return "a signal";
}

/* The beginning of what the child said on its standard error. */
static char *child_errors(struct worker *w)
{
	char *text = arena_alloc(w->arena, ERROR_BYTES);
	ssize_t n = w->err < 0 ? 0 : pread(w->err, text, ERROR_BYTES - 1, 0);

	text[n < 0 ? 0 : n] = '\0';
	return text;
}

static const char *own_message(struct worker *w, const char *text)
{
	static const char mark[] = "migver: ";
	const char *p = strstr(text, mark);

	if (!p)
		return NULL;
	p += sizeof(mark) - 1;
	return arena_strndup(w->arena, p, strcspn(p, "\n"));
}

/* Why there is no result; NULL if there is one. */
static const char *failure(const struct pool *p, struct worker *w, int status)
{
	const char *text = child_errors(w), *own = own_message(w, text);

	if (w->is_late || (WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU))
		return arena_printf(w->arena, "no result within %u s", p->limits->timeout_s);
	if (w->is_too_long)
		return "the result is too large";
	if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
		return NULL;
	if ((WIFEXITED(status) && WEXITSTATUS(status) == STATUS_MEMORY) ||
	    strstr(text, "out of memory") || strstr(text, "bad_alloc"))
		return arena_printf(w->arena, "out of memory (limit %u MB)", p->limits->memory_mb);
	if (own)
		return own;
	if (WIFSIGNALED(status))
		return arena_printf(w->arena, "the parser crashed (%s)",
				    signal_name(WTERMSIG(status)));
	return arena_printf(w->arena, "the parser ended with status %d", WEXITSTATUS(status));
}

static void end_worker(struct pool *p, struct worker *w)
{
	struct worker_result r = { 0 };
	int status = 0;

	while (waitpid(w->pid, &status, 0) < 0 && errno == EINTR)
		;
	r.failure = failure(p, w, status);
	if (!r.failure) {
		r.text = w->text.s;
		r.n = w->text.n;
	}
	p->task->done(p->task->data, w->item, &r);
	close(w->out);
	if (w->err >= 0)
		close(w->err);
	arena_drop(w->arena);
	w->pid = 0;
}

/* Returns false at the end of the child's output. */
static bool read_worker(struct worker *w)
{
	static const size_t chunk = 65536;
	char buf[65536];
	ssize_t n = read(w->out, buf, chunk);

	if (n < 0)
		return errno == EINTR;
	if (w->text.n + (size_t)n > RESULT_BYTES) {
		w->is_too_long = true;
		kill(w->pid, SIGKILL);
		return false;
	}
	strbuf_add_bytes(&w->text, buf, (size_t)n);
	return n > 0;
}

static int ms_to_deadline(const struct pool *p)
{
	int64_t now = now_ms(), least = 60000;

	for (int i = 0; i < p->limits->jobs; i++) {
		const struct worker *w = &p->workers[i];

		if (w->pid && !w->is_late && w->deadline_ms - now < least)
			least = w->deadline_ms - now;
	}
	return least < 0 ? 0 : (int)least + 1;
}

static void kill_late(struct worker *w)
{
	if (w->is_late || now_ms() < w->deadline_ms)
		return;
	w->is_late = true;
	kill(w->pid, SIGKILL);
}

static void wait_workers(struct pool *p)
{
	for (int i = 0; i < p->limits->jobs; i++) {
		p->polls[i].fd = p->workers[i].pid ? p->workers[i].out : -1;
		p->polls[i].events = POLLIN;
		p->polls[i].revents = 0;
	}
	if (poll(p->polls, (nfds_t)p->limits->jobs, ms_to_deadline(p)) < 0 && errno != EINTR)
		fatal("poll: %s", strerror(errno));
	for (int i = 0; i < p->limits->jobs; i++) {
		struct worker *w = &p->workers[i];

		if (!w->pid)
			continue;
		if (p->polls[i].revents && !read_worker(w))
			end_worker(p, w);
		else
			kill_late(w);
	}
}

static bool start_workers(struct pool *p)
{
	bool is_busy = false;

	for (int i = 0; i < p->limits->jobs; i++) {
		if (!p->workers[i].pid && p->next < p->task->nitems)
			start_worker(p, &p->workers[i]);
		is_busy |= p->workers[i].pid != 0;
	}
	return is_busy;
}

void worker_run(const struct worker_limits *limits, const struct worker_task *task)
{
	struct arena *a = arena_new();
	struct pool p = {
		.limits = limits,
		.task = task,
		.workers = arena_array(a, (size_t)limits->jobs, sizeof(*p.workers)),
		.polls = arena_array(a, (size_t)limits->jobs, sizeof(*p.polls)),
	};

	while (start_workers(&p))
		wait_workers(&p);
	arena_drop(a);
}
