// SPDX-License-Identifier: MIT
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/signalfd.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/fatal.h"
#include "front/paths.h"
#include "fuzzing/faults.h"
#include "fuzzing/folder.h"
#include "fuzzing/process.h"
#include "fuzzing/recall.h"
#include "fuzzing/supervisor.h"

#define TICK_MS	     100
#define SAMPLE_S     0.5
#define GRACE_S	     3.0   /* for a target that was asked to end */
#define TAIL_BYTES   65536 /* of a target's output that are kept */
#define INPUT_BYTES  65536
#define EVENT_BYTES  ((size_t)64 << 20)
#define MAX_RESTARTS 1000
#define MAX_BARREN   5	 /* restarts in a row that ran next to nothing */
#define BARREN	     100 /* inputs: next to nothing */
#define HANG_S	     10	 /* one input may take */

/** struct job - one target and its predecessors. */
struct job {
	int index;
	pid_t pid; /* 0: not running */
	int output;
	const char *folder;
	off_t events_read;
	struct strbuf tail;	/* of its output */
	struct counters now;	/* of the running process */
	struct counters before; /* of the dead ones, summed up */
	bool is_done;
};

struct supervisor {
	struct supervision *s;
	struct job *jobs;
	double start;
	double news;	      /* when something was new, last */
	struct counters seen; /* then */
	unsigned restarts, barren;
	int signals; /* signalfd */
	bool is_stopping;
};

static double now_s(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* ---- starting a target ---- */

static const char *flag(struct arena *a, const char *name, unsigned long long value)
{
	return arena_printf(a, "-%s=%llu", name, value);
}

static struct args target_args(const struct supervisor *v, const struct job *j,
			       unsigned long long runs)
{
	const struct supervision *s = v->s;
	struct arena *a = s->arena;
	struct args args = { 0 };

	args_add(a, &args, s->target);
	args_add(a, &args, arena_printf(a, "-artifact_prefix=%s/", j->folder));
	args_add(a, &args, flag(a, "seed", s->seed + (unsigned long)j->index + v->restarts * 1000));
	args_add(a, &args, flag(a, "rss_limit_mb", s->sandbox.memory_mb));
	args_add(a, &args, flag(a, "timeout", HANG_S));
	args_add(a, &args, "-max_len=4097");
	args_add(a, &args, "-print_final_stats=1");
	args_add(a, &args, "-reload=1");
	if (s->runs)
		args_add(a, &args, flag(a, "runs", runs));
	if (s->dict)
		args_add(a, &args, arena_printf(a, "-dict=%s", s->dict));
	args_add_all(a, &args, s->engine_args, s->nengine_args);
	args_add(a, &args, s->corpus);
	if (s->seeds)
		args_add(a, &args, s->seeds);
	args_add(a, &args, NULL);
	return args;
}

static void set_environment(const struct supervisor *v, const struct job *j)
{
	const struct supervision *s = v->s;

	setenv("LC_ALL", "C", 1);
	setenv("TMPDIR", j->folder, 1);
	setenv("MIGVER_FUZZ_DIR", j->folder, 1);
	setenv("MIGVER_FUZZ_OPTS", s->options ? s->options : "", 1);
	/* the harness has its own defaults, which the user's shell must not change */
	unsetenv("ASAN_OPTIONS");
	unsetenv("UBSAN_OPTIONS");
	if (s->symbolizer)
		setenv("ASAN_SYMBOLIZER_PATH", s->symbolizer, 1);
}

static _Noreturn void run_target(const struct supervisor *v, const struct job *j,
				 const struct args *args, int output)
{
	sigset_t none;
	int null = open("/dev/null", O_RDONLY | O_CLOEXEC);

	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
	setpgid(0, 0); /* a terminal's Ctrl-C is for the supervisor */
	dup2(null, STDIN_FILENO);
	dup2(output, STDOUT_FILENO);
	dup2(output, STDERR_FILENO);
	set_environment(v, j);
	sandbox_enter(&v->s->sandbox);
	execv(args->v[0], (char *const *)args->v);
	_exit(PROCESS_NOT_STARTED);
}

static unsigned long long runs_left(const struct supervisor *v, const struct job *j)
{
	unsigned long long share, all = v->s->runs, n = (unsigned long long)v->s->jobs;

	if (!all)
		return 0;
	share = all / n + ((unsigned long long)j->index < all % n);
	return share > j->before.inputs ? share - j->before.inputs : 0;
}

static void start_job(struct supervisor *v, struct job *j)
{
	unsigned long long runs = runs_left(v, j);
	struct args args = target_args(v, j, runs);
	int fds[2];

	if (v->s->runs && !runs) {
		j->is_done = true;
		return;
	}
	if (pipe2(fds, O_CLOEXEC) != 0)
		fatal("cannot make a pipe: %s", strerror(errno));
	j->now = (struct counters){ 0 };
	j->tail.n = 0;
	j->pid = fork();
	if (j->pid < 0)
		fatal("cannot start the target: %s", strerror(errno));
	if (j->pid == 0)
		run_target(v, j, &args, fds[1]);
	close(fds[1]);
	j->output = fds[0];
	fcntl(j->output, F_SETFL, O_NONBLOCK);
}

/* ---- what it says ---- */

/* "#4096 pulse cov: 33 ft: 44 corp: 5/100b ..." */
static void read_engine_line(struct job *j, const char *line)
{
	const char *cov = strstr(line, " cov: "), *corpus = strstr(line, " corp: ");

	if (line[0] != '#' || !cov)
		return;
	j->now.edges = (unsigned)strtoul(cov + strlen(" cov: "), NULL, 10);
	if (corpus)
		j->now.corpus = (unsigned)strtoul(corpus + strlen(" corp: "), NULL, 10);
}

static void keep_tail(struct job *j, const char *bytes, size_t n)
{
	strbuf_add_bytes(&j->tail, bytes, n);
	if (j->tail.n > 2 * TAIL_BYTES) {
		memmove(j->tail.s, j->tail.s + j->tail.n - TAIL_BYTES, TAIL_BYTES);
		j->tail.n = TAIL_BYTES;
		j->tail.s[j->tail.n] = '\0';
	}
}

static void read_output(struct job *j)
{
	char chunk[8192];
	ssize_t n;

	while ((n = read(j->output, chunk, sizeof(chunk) - 1)) > 0) {
		size_t from = j->tail.n;

		keep_tail(j, chunk, (size_t)n);
		if (from > j->tail.n)
			from = 0;
		while (from && j->tail.s[from - 1] != '\n')
			from--;
		for (char *p = j->tail.s + from, *end; (end = strchr(p, '\n')); p = end + 1)
			read_engine_line(j, p);
	}
}

static void read_events(struct supervisor *v, struct job *j)
{
	struct arena *scratch = arena_new();
	const char *path = path_join(scratch, j->folder, "events.jsonl");
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	struct strbuf b;
	char chunk[16384];
	ssize_t n;

	strbuf_init(&b, scratch);
	while (fd >= 0 && b.n < EVENT_BYTES &&
	       (n = pread(fd, chunk, sizeof(chunk), j->events_read + (off_t)b.n)) > 0)
		strbuf_add_bytes(&b, chunk, (size_t)n);
	if (fd >= 0)
		close(fd);
	for (char *p = b.s, *end; (end = strchr(p, '\n')); p = end + 1) {
		campaign_event(v->s->campaign, p, (size_t)(end - p), &j->now);
		j->events_read += end + 1 - p;
	}
	arena_drop(scratch);
}

/* ---- sums ---- */

static struct counters sum(const struct supervisor *v)
{
	struct counters all = { 0 };

	for (int i = 0; i < v->s->jobs; i++) {
		const struct job *j = &v->jobs[i];

		all.inputs += j->before.inputs + j->now.inputs;
		all.stores += j->before.stores + j->now.stores;
		all.accepted += j->before.accepted + j->now.accepted;
		all.cpu_ms += j->before.cpu_ms + j->now.cpu_ms;
		if (j->before.bare_ps || j->now.bare_ps)
			all.bare_ps = j->now.bare_ps ? j->now.bare_ps : j->before.bare_ps;
		if (j->now.edges > all.edges)
			all.edges = j->now.edges;
		if (j->before.edges > all.edges)
			all.edges = j->before.edges;
		if (j->now.corpus > all.corpus)
			all.corpus = j->now.corpus;
		if (j->before.corpus > all.corpus)
			all.corpus = j->before.corpus;
	}
	return all;
}

static void bury_counters(struct job *j)
{
	j->before.inputs += j->now.inputs;
	j->before.stores += j->now.stores;
	j->before.accepted += j->now.accepted;
	j->before.cpu_ms += j->now.cpu_ms;
	if (j->now.bare_ps)
		j->before.bare_ps = j->now.bare_ps;
	if (j->now.edges > j->before.edges)
		j->before.edges = j->now.edges;
	if (j->now.corpus > j->before.corpus)
		j->before.corpus = j->now.corpus;
	j->now = (struct counters){ 0 };
}

static void take_sample(struct supervisor *v)
{
	struct supervision *s = v->s;
	struct sample *new, none = { 0 };
	size_t n = s->samples.n;

	new = vec_push(s->arena, &s->samples);
	*new = (struct sample){ now_s() - v->start, sum(v), (unsigned)s->campaign->hits.n,
				v->restarts };
	if (s->status)
		s->status(s->data, new, n ? &s->samples.v[n - 1] : &none);
}

/* ---- the end of a target ---- */

static const char *find_artifact(struct arena *a, const char *folder)
{
	static const char *const kinds[] = { "crash-", "timeout-", "oom-" };
	name_list names = folder_list(a, folder);

	for (size_t i = 0; i < names.n; i++)
		for (size_t k = 0; k < sizeof(kinds) / sizeof(kinds[0]); k++)
			if (strncmp(names.v[i], kinds[k], strlen(kinds[k])) == 0)
				return path_join(a, folder, names.v[i]);
	return NULL;
}

/* An input that kills the target must not be run first thing by the next one. */
static void forget_input(struct arena *a, const char *folder, const char *bytes, size_t n)
{
	name_list names = { 0 };

	if (folder)
		names = folder_list(a, folder);
	for (size_t i = 0; i < names.n; i++) {
		const char *path = path_join(a, folder, names.v[i]);
		size_t m = 0;
		const char *other = file_get(a, path, INPUT_BYTES, &m);

		if (other && m == n && memcmp(other, bytes, n) == 0)
			unlink(path);
	}
}

/* What was running: "show" or "store", as the target keeps it in the file "phase". */
static const char *read_phase(struct arena *a, const char *folder)
{
	size_t n = 0;
	char *text = file_get(a, path_join(a, folder, "phase"), 64, &n);

	return text ? arena_strndup(a, text, strcspn(text, "\n")) : NULL;
}

/* What was running when the engine had no time to save it: its length in eight bytes, its bytes. */
static char *read_current(struct arena *a, const char *folder, size_t *n)
{
	size_t size = 0;
	char *bytes = file_get(a, path_join(a, folder, "current"), INPUT_BYTES, &size);
	uint64_t length;

	if (!bytes || size < sizeof(length))
		return NULL;
	memcpy(&length, bytes, sizeof(length));
	*n = length < size - sizeof(length) ? (size_t)length : size - sizeof(length);
	return bytes + sizeof(length);
}

static void record_fault(struct supervisor *v, struct job *j, int status, bool is_known)
{
	struct supervision *s = v->s;
	struct arena *a = s->arena;
	const struct fault_context c = { s->files, s->nfiles, read_phase(a, j->folder) };
	const char *artifact = find_artifact(a, j->folder);
	struct hit h = { .tries = sum(v).inputs };

	h.bytes = artifact ? file_get(a, artifact, INPUT_BYTES, &h.n)
			   : read_current(a, j->folder, &h.n);
	if (artifact)
		unlink(artifact);
	if (h.bytes) {
		forget_input(a, s->corpus, h.bytes, h.n);
		forget_input(a, s->seeds, h.bytes, h.n);
	}
	if (is_known || !fault_read(a, j->tail.s, status, &c, &h))
		return;
	h.is_fault = true;
	if (campaign_hit(s->campaign, &h))
		recall_keep(a, s->findings, &h);
}

static void restart(struct supervisor *v, struct job *j, unsigned long long inputs)
{
	v->barren = inputs < BARREN ? v->barren + 1 : 0;
	v->restarts++;
	if (v->barren >= MAX_BARREN || v->restarts >= MAX_RESTARTS) {
		v->s->stopped = "the target faults again and again: mend that first";
		j->is_done = true;
		v->is_stopping = true;
		return;
	}
	start_job(v, j);
}

static void job_ended(struct supervisor *v, struct job *j, int status)
{
	size_t findings = v->s->campaign->nfindings;
	unsigned long long inputs;
	int code = WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);

	read_output(j);
	read_events(v, j);
	close(j->output);
	j->pid = 0;
	inputs = j->now.inputs;
	if (!v->s->campaign->is_started) {
		v->s->failure = arena_strdup(v->s->arena, j->tail.s);
		v->s->stopped = "the target could not begin";
		v->is_stopping = true;
		j->is_done = true;
		return;
	}
	file_put(path_join(v->s->arena, j->folder, "log"), j->tail.s, j->tail.n);
	/* a target that could still say what happened knows better */
	if (code != 0 && !v->is_stopping)
		record_fault(v, j, code, v->s->campaign->nfindings > findings);
	bury_counters(j);
	if (code == 0 || v->is_stopping)
		j->is_done = true;
	else
		restart(v, j, inputs);
}

static bool reap(struct supervisor *v)
{
	bool is_any = false;
	int status;

	for (int i = 0; i < v->s->jobs; i++) {
		struct job *j = &v->jobs[i];

		if (j->pid && waitpid(j->pid, &status, WNOHANG) == j->pid)
			job_ended(v, j, status);
		is_any |= j->pid != 0;
	}
	return is_any;
}

static void kill_all(struct supervisor *v, int sig)
{
	for (int i = 0; i < v->s->jobs; i++)
		if (v->jobs[i].pid)
			kill(v->jobs[i].pid, sig);
}

/* ---- when to stop ---- */

static bool is_news(const struct counters *c, const struct counters *seen)
{
	return c->edges > seen->edges || c->corpus > seen->corpus ||
	       (c->accepted && !seen->accepted);
}

static const char *why_stop(struct supervisor *v)
{
	const struct supervision *s = v->s;
	struct counters c = sum(v);
	double now = now_s();

	if (is_news(&c, &v->seen)) {
		v->seen = c;
		v->news = now;
	}
	if (s->seconds > 0 && now - v->start >= s->seconds)
		return "the time is up";
	if (s->idle_s > 0 && now - v->news >= s->idle_s)
		return arena_printf(s->arena, "nothing new for %g s", s->idle_s);
	return NULL;
}

static void see_signal(struct supervisor *v)
{
	struct signalfd_siginfo info;

	if (read(v->signals, &info, sizeof(info)) != sizeof(info))
		return;
	v->s->signal = (int)info.ssi_signo;
	v->s->stopped = "interrupted";
}

static void wait_a_tick(struct supervisor *v, struct pollfd *polls)
{
	int n = v->s->jobs;

	for (int i = 0; i < n; i++)
		polls[i] = (struct pollfd){ v->jobs[i].pid ? v->jobs[i].output : -1, POLLIN, 0 };
	polls[n] = (struct pollfd){ v->signals, POLLIN, 0 };
	poll(polls, (nfds_t)n + 1, TICK_MS);
	for (int i = 0; i < n; i++)
		if (polls[i].revents & POLLIN)
			read_output(&v->jobs[i]);
	if (polls[n].revents & POLLIN)
		see_signal(v);
}

static void stop(struct supervisor *v, struct pollfd *polls)
{
	double start = now_s();

	v->is_stopping = true;
	kill_all(v, SIGINT);
	while (reap(v)) {
		wait_a_tick(v, polls);
		if (now_s() - start > GRACE_S)
			kill_all(v, SIGKILL);
	}
}

static void run(struct supervisor *v)
{
	struct supervision *s = v->s;
	struct pollfd *polls = arena_array(s->arena, (size_t)s->jobs + 1, sizeof(*polls));
	double sampled = v->start;

	while (reap(v) && !v->is_stopping && !s->signal) {
		const char *why = why_stop(v);

		if (why) {
			s->stopped = why;
			break;
		}
		wait_a_tick(v, polls);
		for (int i = 0; i < s->jobs; i++)
			read_events(v, &v->jobs[i]);
		if (now_s() - sampled < SAMPLE_S)
			continue;
		sampled = now_s();
		take_sample(v);
	}
	stop(v, polls);
	take_sample(v);
	if (!s->stopped)
		s->stopped = "all runs are done";
}

static void catch_signals(struct supervisor *v, sigset_t *old)
{
	sigset_t set;

	sigemptyset(&set);
	sigaddset(&set, SIGINT);
	sigaddset(&set, SIGTERM);
	sigprocmask(SIG_BLOCK, &set, old);
	v->signals = signalfd(-1, &set, SFD_NONBLOCK | SFD_CLOEXEC);
}

/* A target minimises what it survives; what kills it is tried again here. */
static void shrink_faults(struct supervision *s)
{
	struct trial t = { 0 };

	vec_for_each_ptr(struct hit, h, &s->campaign->hits) {
		if (!h->is_fault || !h->n)
			continue;
		if (!t.s)
			t = trial_new(s);
		trial_shrink(&t, h);
	}
}

void supervise(struct supervision *s)
{
	struct supervisor v = { .s = s,
				.jobs = arena_array(s->arena, (size_t)s->jobs, sizeof(*v.jobs)) };
	sigset_t old;

	s->campaign = campaign_new(s->arena);
	recall_findings(s);
	s->campaign->is_started = false; /* each target says so itself */
	v.start = v.news = now_s();
	catch_signals(&v, &old);
	for (int i = 0; i < s->jobs; i++) {
		struct job *j = &v.jobs[i];

		j->index = i;
		j->folder = arena_printf(s->arena, "%s/jobs/%d", s->folder, i);
		folder_remove(s->arena, j->folder);
		folder_make(s->arena, j->folder);
		strbuf_init(&j->tail, s->arena);
		start_job(&v, j);
	}
	run(&v);
	close(v.signals);
	sigprocmask(SIG_SETMASK, &old, NULL);
	if (!s->signal)
		shrink_faults(s);
}
