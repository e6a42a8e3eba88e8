// SPDX-License-Identifier: MIT
/* The YAML reader, the loaders over it, and the data that the binary carries. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/distance.h"
#include "base/fatal.h"
#include "base/strbuf.h"
#include "core/diag.h"
#include "model/load.h"
#include "model/yaml.h"
#include "tests/unit/suites.h"

#define N(array) (sizeof(array) / sizeof(*(array)))

/* ---- YAML ---- */

static void test_yaml_tree(void)
{
	static const char text[] = "# comment\na: [1, \"x y\"]\nb:\n  c: |\n    two\n    lines\n";
	struct arena *a = arena_new();
	struct yaml_error err;
	struct ynode *root = yaml_read(a, text, strlen(text), &err), *list, *b;

	CU_ASSERT_PTR_NOT_NULL_FATAL(root);
	CU_ASSERT_EQUAL(root->kind, YNODE_MAPPING);
	CU_ASSERT_EQUAL(root->n, 2);
	list = ynode_get(root, "a");
	CU_ASSERT_PTR_NOT_NULL_FATAL(list);
	CU_ASSERT_EQUAL(list->kind, YNODE_SEQUENCE);
	CU_ASSERT_EQUAL(list->line, 2);
	CU_ASSERT_EQUAL(list->col, 4);
	CU_ASSERT_STRING_EQUAL(list->item[1]->text, "x y");
	CU_ASSERT_TRUE(list->item[0]->is_plain);
	CU_ASSERT_FALSE(list->item[1]->is_plain);
	b = ynode_get(root, "b");
	CU_ASSERT_STRING_EQUAL(ynode_get(b, "c")->text, "two\nlines\n");
	CU_ASSERT_PTR_NULL(ynode_get(root, "d"));
	arena_drop(a);
}

static const struct bad_yaml {
	const char *text;
	size_t n; /* 0: strlen() */
	unsigned int line, col;
	const char *reason; /* a part of it */
} bad_yaml[] = {
	{ "", 0, 1, 1, "empty" },
	{ "# nothing\n", 0, 0, 0, "empty" },
	{ "a: &x 1\nb: *x\n", 0, 1, 4, "aliases and anchors" },
	{ "a: *x\n", 0, 1, 4, "aliases and anchors" },
	{ "a: &x [1]\n", 0, 1, 4, "aliases and anchors" },
	{ "a: !!int 1\n", 0, 1, 4, "tags" },
	{ "a: !x {b: c}\n", 0, 1, 4, "tags" },
	{ "a: 1\nb: 2\na: 3\n", 0, 3, 1, "'a' is here twice; first in line 1" },
	{ "? [1]\n: 2\n", 0, 1, 3, "a key must be a text" },
	{ "<<: 1\n", 0, 1, 1, "merge keys" },
	{ "a: 1\n---\nb: 2\n", 0, 2, 1, "second document" },
	{ "a: [1, 2\n", 0, 0, 0, "flow sequence" },
	{ "a: 1\n\tb: 2\n", 0, 2, 1, "" },
	{ "a: b\0c\n", 7, 1, 5, "NUL" },
	{ "a: \"b\\0c\"\n", 0, 1, 4, "NUL" },
	{ "a:\n  - \xff\n", 0, 2, 5, "invalid UTF-8 (byte 0xff)" },
	{ "a: \xc0\x80\n", 0, 1, 4, "invalid UTF-8" },
	{ "a: \xed\xa0\x80\n", 0, 1, 4, "invalid UTF-8" },
	{ "a: \x1b[31m\n", 0, 1, 4, "control character" },
	{ "a: 1\nb: \xef\xbf\xbe\n", 0, 2, 4, "" },
};

static void test_yaml_refused(void)
{
	for (size_t i = 0; i < N(bad_yaml); i++) {
		const struct bad_yaml *b = &bad_yaml[i];
		struct arena *a = arena_new();
		struct yaml_error err = { 0 };
		size_t n = b->n ? b->n : strlen(b->text);

		CU_ASSERT_PTR_NULL_FATAL(yaml_read(a, b->text, n, &err));
		CU_ASSERT_PTR_NOT_NULL_FATAL(err.reason);
		CU_ASSERT_PTR_NOT_NULL(strstr(err.reason, b->reason));
		CU_ASSERT_TRUE(err.line && err.col);
		if (b->line) {
			CU_ASSERT_EQUAL(err.line, b->line);
			CU_ASSERT_EQUAL(err.col, b->col);
		}
		arena_drop(a);
	}
}

static struct ynode *read_repeated(struct arena *a, const char *head, const char *part, size_t n,
				   struct yaml_error *err)
{
	struct strbuf b;

	strbuf_init(&b, a);
	strbuf_add(&b, head);
	for (size_t i = 0; i < n; i++)
		strbuf_add(&b, part);
	return yaml_read(a, b.s, b.n, err);
}

static void test_yaml_limits(void)
{
	struct arena *a = arena_new();
	struct yaml_error err = { 0 };

	CU_ASSERT_PTR_NULL(read_repeated(a, "", "[", 100000, &err));
	CU_ASSERT_STRING_EQUAL(err.reason, "nested too deeply");
	CU_ASSERT_PTR_NULL(read_repeated(a, "", "- ", 100000, &err));
	CU_ASSERT_STRING_EQUAL(err.reason, "nested too deeply");
	CU_ASSERT_PTR_NULL(read_repeated(a, "", "- a\n", YAML_MAX_NODES, &err));
	CU_ASSERT_STRING_EQUAL(err.reason, "too many nodes");
	CU_ASSERT_PTR_NOT_NULL(read_repeated(a, "", "- a\n", YAML_MAX_NODES - 1, &err));
	CU_ASSERT_PTR_NULL(read_repeated(a, "a: ", "xxxxxxxx", YAML_MAX_BYTES / 8, &err));
	CU_ASSERT_STRING_EQUAL(err.reason, "the file is larger than 4 MB");
	arena_drop(a);
}

static void test_yaml_depth(void)
{
	struct arena *a = arena_new();
	struct yaml_error err = { 0 };
	char text[2 * YAML_MAX_DEPTH + 3] = "";

	memset(text, '[', YAML_MAX_DEPTH);
	memset(text + YAML_MAX_DEPTH, ']', YAML_MAX_DEPTH);
	CU_ASSERT_PTR_NOT_NULL(yaml_read(a, text, strlen(text), &err));
	memset(text, '[', YAML_MAX_DEPTH + 1);
	memset(text + YAML_MAX_DEPTH + 1, ']', YAML_MAX_DEPTH + 1);
	CU_ASSERT_PTR_NULL(yaml_read(a, text, strlen(text), &err));
	arena_drop(a);
}

static void test_yaml_many_keys(void)
{
	struct arena *a = arena_new();
	struct yaml_error err = { 0 };
	struct strbuf b;

	strbuf_init(&b, a);
	for (int i = 0; i < 50000; i++)
		strbuf_addf(&b, "k%d: 1\n", i);
	CU_ASSERT_PTR_NOT_NULL(yaml_read(a, b.s, b.n, &err));
	strbuf_add(&b, "k40: 1\n");
	CU_ASSERT_PTR_NULL(yaml_read(a, b.s, b.n, &err));
	CU_ASSERT_STRING_EQUAL(err.reason, "'k40' is here twice; first in line 41");
	CU_ASSERT_EQUAL(err.line, 50001);
	arena_drop(a);
}

/* ---- distance ---- */

static void test_distance(void)
{
	static const char *const words[] = { "severity", "clauses", "name", "id" };
	char longword[300];

	CU_ASSERT_EQUAL(edit_distance("", ""), 0);
	CU_ASSERT_EQUAL(edit_distance("abc", ""), 3);
	CU_ASSERT_EQUAL(edit_distance("migration_version", "migration_verison"), 1);
	CU_ASSERT_EQUAL(edit_distance("migration_version", "migration-version"), 1);
	CU_ASSERT_EQUAL(edit_distance("kitten", "sitting"), 3);
	CU_ASSERT_EQUAL(edit_distance("ab", "ba"), 1);
	memset(longword, 'a', sizeof(longword) - 1);
	longword[sizeof(longword) - 1] = '\0';
	CU_ASSERT_EQUAL(edit_distance(longword, longword), 0);
	CU_ASSERT_EQUAL(edit_distance(longword, "a"), sizeof(longword) - 1);
	CU_ASSERT_STRING_EQUAL(closest("severty", words, N(words)), "severity");
	CU_ASSERT_STRING_EQUAL(closest("clause", words, N(words)), "clauses");
	CU_ASSERT_PTR_NULL(closest("obligation", words, N(words)));
	CU_ASSERT_PTR_NULL(closest("x", words, N(words)));
}

/* ---- what the binary carries ---- */

struct everything {
	struct arena *arena;
	struct catalogue c;
	struct attr_kinds k;
	struct models m;
};

static struct everything load_all(const char *profile)
{
	struct everything e = { .arena = arena_new() };
	struct load_request r = { .profile = profile };

	load_everything(e.arena, &r, &e.c, &e.k, &e.m);
	return e;
}

static void test_catalogue(void)
{
	struct everything e = load_all(NULL);
	const struct rule_info *r = catalogue_find(&e.c, "MV105");

	CU_ASSERT_EQUAL(e.c.rules.n, 40);
	CU_ASSERT_PTR_NOT_NULL_FATAL(r);
	CU_ASSERT_STRING_EQUAL(r->name, "show-errno");
	CU_ASSERT_EQUAL(r->severity, SEV_ERROR);
	CU_ASSERT_EQUAL(r->lesser, SEV_WARNING);
	CU_ASSERT_PTR_EQUAL(catalogue_find(&e.c, "show-errno"), r);
	CU_ASSERT_PTR_NULL(catalogue_find(&e.c, "MV999"));
	CU_ASSERT_STRING_EQUAL(e.c.profile, "migration");
	CU_ASSERT_EQUAL(e.c.nattributes, 1);
	CU_ASSERT_STRING_EQUAL(e.c.attributes[0], "migration_version");
	CU_ASSERT_EQUAL(e.c.limits.page_size, 4096);
	CU_ASSERT_EQUAL(e.c.limits.internal_max, 530);
	arena_drop(e.arena);
}

static void test_profile_sysfs(void)
{
	struct everything e = load_all("sysfs");

	CU_ASSERT_EQUAL(catalogue_find(&e.c, "attr-rw")->severity, SEV_OFF);
	CU_ASSERT_EQUAL(catalogue_find(&e.c, "show-return")->severity, SEV_ERROR);
	CU_ASSERT_EQUAL(catalogue_find(&e.c, "store-newline")->severity, SEV_WARNING);
	CU_ASSERT_EQUAL(catalogue_find(&e.c, "store-newline")->lesser, SEV_ADVICE);
	CU_ASSERT_STRING_EQUAL(e.c.attributes[0], "*");
	arena_drop(e.arena);
}

static const struct attr_kind *find_kind(const struct attr_kinds *k, const char *id)
{
	vec_for_each_ptr(const struct attr_kind, kind, &k->kinds)
		if (strcmp(kind->id, id) == 0)
			return kind;
	return NULL;
}

static const struct attr_sink *find_function(const struct attr_kinds *k, const char *name)
{
	vec_for_each_ptr(const struct attr_sink, sink, &k->functions)
		if (strcmp(sink->name, name) == 0)
			return sink;
	return NULL;
}

static void test_attributes(void)
{
	struct everything e = load_all(NULL);
	const struct attr_kind *kind = find_kind(&e.k, "mdev-type");

	CU_ASSERT_PTR_NOT_NULL_FATAL(kind);
	CU_ASSERT_STRING_EQUAL(kind->struct_name, "struct mdev_type_attribute");
	CU_ASSERT_STRING_EQUAL(kind->attr_member, "attr");
	CU_ASSERT_STRING_EQUAL(kind->node, "type");
	CU_ASSERT_EQUAL(find_function(&e.k, "device_create_file")->arg, 1);
	CU_ASSERT_TRUE(find_function(&e.k, "device_create_file")->is_root);
	CU_ASSERT_EQUAL(find_function(&e.k, "mdev_register_parent")->arg, 2);
	CU_ASSERT_EQUAL(e.k.eras.n, 4);
	CU_ASSERT_TRUE(e.k.nsupport_idents > 0);
	CU_ASSERT_EQUAL(e.k.nmdev_register, 2);
	arena_drop(e.arena);
}

static void test_models_strings(void)
{
	struct everything e = load_all(NULL);
	const struct model *m = model_find(&e.m, "strlen");

	CU_ASSERT_PTR_NOT_NULL_FATAL(m);
	CU_ASSERT_EQUAL(m->nparams, 1);
	CU_ASSERT_TRUE(m->pure);
	CU_ASSERT_EQUAL(m->cases.n, 1);
	CU_ASSERT_EQUAL(m->cases.v[0].ret.kind, MR_LENGTH);
	CU_ASSERT_EQUAL(m->cases.v[0].effects.v[0].kind, ME_READS);
	m = model_find(&e.m, "sysfs_emit_at");
	CU_ASSERT_PTR_NOT_NULL_FATAL(m);
	CU_ASSERT_TRUE(m->variadic);
	CU_ASSERT_EQUAL(m->nparams, 3);
	CU_ASSERT_EQUAL(m->cases.v[0].effects.v[0].at, 1);
	CU_ASSERT_EQUAL(m->cases.v[0].effects.v[0].format, 2);
	CU_ASSERT_EQUAL(m->cases.v[0].effects.v[0].size.constant, 4096);
	CU_ASSERT_PTR_NULL(model_find(&e.m, "no_such_function"));
	arena_drop(e.arena);
}

static void test_models_cases(void)
{
	struct everything e = load_all(NULL);
	const struct model *m = model_find(&e.m, "kstrtouint");
	const struct model_case *c;

	CU_ASSERT_PTR_NOT_NULL_FATAL(m);
	CU_ASSERT_TRUE(m->must_check);
	CU_ASSERT_EQUAL_FATAL(m->cases.n, 2);
	c = &m->cases.v[1];
	CU_ASSERT_TRUE(c->is_failure);
	CU_ASSERT_EQUAL(c->ret.kind, MR_SET);
	CU_ASSERT_EQUAL(c->ret.nvalues, 2);
	CU_ASSERT_TRUE(c->ret.value[1] == -34);
	CU_ASSERT_STRING_EQUAL(c->ret.value_name[1], "-ERANGE");
	c = &model_find(&e.m, "kcalloc")->cases.v[0];
	CU_ASSERT_EQUAL(c->ret.kind, MR_FRESH);
	CU_ASSERT_EQUAL(c->ret.size.factor, 1);
	CU_ASSERT_TRUE(c->ret.zeroed);
	c = &model_find(&e.m, "kstrndup")->cases.v[0];
	CU_ASSERT_EQUAL(c->effects.v[1].size.constant, 1);
	CU_ASSERT_EQUAL(c->effects.v[1].to, MODEL_NONE);
	c = &model_find(&e.m, "restart_syscall")->cases.v[0];
	CU_ASSERT_TRUE(c->ret.value[0] == -513);
	CU_ASSERT_EQUAL(c->effects.v[0].kind, ME_INTERRUPTED);
	arena_drop(e.arena);
}

static void test_models_overlay(void)
{
	static const char text[] = "models:\n  - {names: [strlen], params: [x], returns: any}\n";
	struct everything e = load_all(NULL);

	load_models(e.arena, &e.m, "mine.yaml", text, strlen(text));
	CU_ASSERT_EQUAL(model_find(&e.m, "strlen")->cases.v[0].ret.kind, MR_ANY);
	CU_ASSERT_STRING_EQUAL(model_find(&e.m, "strlen")->cases.v[0].label, "returns");
	arena_drop(e.arena);
}

/* ---- mistakes: what the user gets to read, and exit 2 ---- */

enum loader {
	LOAD_MODELS,
	LOAD_RULES,
	LOAD_PROFILE,
	LOAD_CATALOGUE,
	LOAD_ATTRIBUTES,
};

static void load_with(enum loader l, struct everything *e, const char *text)
{
	size_t n = strlen(text);

	switch (l) {
	case LOAD_MODELS:
		load_models(e->arena, &e->m, "f", text, n);
		break;
	case LOAD_RULES:
		load_rules_overlay(e->arena, &e->c, "f", text, n);
		break;
	case LOAD_PROFILE:
		load_profile(e->arena, &e->c, "f", text, n);
		break;
	case LOAD_CATALOGUE:
		load_catalogue(e->arena, &e->c, "f", text, n);
		break;
	case LOAD_ATTRIBUTES:
		load_attributes(e->arena, &e->k, "f", text, n);
		break;
	}
}

#define MODEL "models:\n  - names: [f]\n    params: [a, b]\n"

static const struct mistake {
	enum loader loader;
	const char *text, *message;
} mistakes[] = {
	{ LOAD_MODELS, "modles: []\n", "f:1:1: unknown key 'modles'; did you mean 'models'?" },
	{ LOAD_MODELS, "models: {}\n", "f:1:9: expected a list, found a mapping" },
	{ LOAD_MODELS, MODEL "    retruns: any\n",
	  "f:4:5: unknown key 'retruns'; did you mean 'returns'?" },
	{ LOAD_MODELS, MODEL "    returns: {length: c}\n", "f:4:23: unknown parameter 'c'" },
	{ LOAD_MODELS, MODEL "    returns: {lenght: a}\n",
	  "f:4:15: unknown return form 'lenght'; did you mean 'length'?" },
	{ LOAD_MODELS, MODEL "    returns: anny\n",
	  "f:4:14: unknown return form 'anny'; did you mean 'any'?" },
	{ LOAD_MODELS, MODEL "    returns: [-EINVALL]\n",
	  "f:4:15: '-EINVALL' is neither a number nor a known constant" },
	{ LOAD_MODELS, MODEL "    returns: {range: [2, 1]}\n",
	  "f:4:22: a range is [lowest, highest]" },
	{ LOAD_MODELS, MODEL "    returns: written\n",
	  "f:2:5: returns what was written, but has no print or copy effect" },
	{ LOAD_MODELS, MODEL "    returns: {err-ptr: [5]}\n", "f:4:25: not a negative errno" },
	{ LOAD_MODELS, MODEL "    returns: {fresh: a - b}\n",
	  "f:4:22: 'a - b' is no size: write 'n', 'n * size' or 'n + 1'" },
	{ LOAD_MODELS, MODEL "    returns: any\n    effects: [{chang: a}]\n",
	  "f:5:16: unknown effect 'chang'; did you mean 'change'?" },
	{ LOAD_MODELS, MODEL "    returns: any\n    effects: [{store: a}]\n",
	  "f:5:15: the key 'value' is missing" },
	{ LOAD_MODELS, MODEL "    returns: any\n    effects: [{lock: a}]\n",
	  "f:5:15: the key 'kind' is missing" },
	{ LOAD_MODELS, MODEL "    returns: any\n    effects: [{lock: a, kind: mutx}]\n",
	  "f:5:31: unknown lock 'mutx'; did you mean 'mutex'?" },
	{ LOAD_MODELS, MODEL "    returns: any\n    effects: [{leave: rtln}]\n",
	  "f:5:23: unknown lock 'rtln'; did you mean 'rtnl'?" },
	{ LOAD_MODELS, MODEL "    returns: any\n    effects: [{release: a, as: memry}]\n",
	  "f:5:32: unknown resource 'memry'; did you mean 'memory'?" },
	{ LOAD_MODELS, MODEL "    returns: any\n    effects: [{may-sleep: c}]\n",
	  "f:5:27: unknown parameter 'c'" },
	{ LOAD_MODELS, MODEL, "f:2:5: a model has either 'returns' or 'cases'" },
	{ LOAD_MODELS, MODEL "    returns: any\n  - {names: [f], params: [], returns: any}\n",
	  "f:5:5: 'f' has a model in line 2 already" },
	{ LOAD_MODELS, "models:\n  - {names: [\"f\\e[1m\"], params: [], retruns: any}\n",
	  "f:2:37: unknown key 'retruns'; did you mean 'returns'?" },
	{ LOAD_RULES, "rules: {MV10: off}\n", "f:1:9: unknown rule 'MV10'; did you mean 'MV101'?" },
	{ LOAD_RULES, "rules: {store-retrun: off}\n",
	  "f:1:9: unknown rule 'store-retrun'; did you mean 'store-return'?" },
	{ LOAD_RULES, "rules: {MV101: eror}\n",
	  "f:1:16: unknown severity 'eror'; did you mean 'error'?" },
	{ LOAD_RULES, "rules: {\"\\e[31m\": off}\n", "f:1:9: unknown rule '\\x1b[31m'" },
	{ LOAD_RULES, "rules: {MV101: [advice, error]}\n",
	  "f:1:16: the second severity is for the milder form" },
	{ LOAD_PROFILE, "name: x\n", "f:1:1: the key 'attributes' is missing" },
	{ LOAD_CATALOGUE, "rules:\n  - {id: MV001, nmae: x}\n",
	  "f:2:17: unknown key 'nmae'; did you mean 'name'?" },
	{ LOAD_ATTRIBUTES, "kinds:\n  - {id: a, struct: b, node: tpye}\n",
	  "f:2:30: unknown node 'tpye'; did you mean 'type'?" },
};

/* Run the loader in a child; its stderr into @out. Returns its exit status. */
static int run_mistake(const struct mistake *m, struct everything *e, char *out, size_t size)
{
	int pipes[2], status = 0;
	size_t n = 0;
	ssize_t got;
	pid_t pid;

	fflush(NULL);
	if (pipe(pipes) != 0)
		return -1;
	pid = fork();
	if (pid == 0) {
		dup2(pipes[1], STDERR_FILENO);
		close(pipes[0]);
		load_with(m->loader, e, m->text);
		_exit(0);
	}
	close(pipes[1]);
	while ((got = read(pipes[0], out + n, size - 1 - n)) > 0)
		n += (size_t)got;
	out[n] = '\0';
	close(pipes[0]);
	if (pid < 0 || waitpid(pid, &status, 0) != pid || !WIFEXITED(status))
		return -1;
	return WEXITSTATUS(status);
}

static void test_mistakes(void)
{
	struct everything e = load_all(NULL);

	for (size_t i = 0; i < N(mistakes); i++) {
		char out[512], expected[512];
		int status = run_mistake(&mistakes[i], &e, out, sizeof(out));

		snprintf(expected, sizeof(expected), "migver: %s\n", mistakes[i].message);
		CU_ASSERT_EQUAL(status, EXIT_USAGE);
		CU_ASSERT_STRING_EQUAL(out, expected);
		if (strcmp(out, expected) != 0)
			printf("\n  got %s  not %s", out, expected);
	}
	arena_drop(e.arena);
}

int suite_model(void)
{
	static const struct unit_test tests[] = {
		{ "yaml: tree", test_yaml_tree },
		{ "yaml: refused documents", test_yaml_refused },
		{ "yaml: limits", test_yaml_limits },
		{ "yaml: depth", test_yaml_depth },
		{ "yaml: many keys", test_yaml_many_keys },
		{ "edit distance", test_distance },
		{ "catalogue", test_catalogue },
		{ "profile sysfs", test_profile_sysfs },
		{ "attributes", test_attributes },
		{ "models: strings", test_models_strings },
		{ "models: cases", test_models_cases },
		{ "models: overlay", test_models_overlay },
		{ "mistakes of the user", test_mistakes },
	};

	return suite_add("model", tests, N(tests));
}
