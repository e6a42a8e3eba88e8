/* Made by migver fuzz --export: what the target does where the environment says nothing else. */

/* For MIGVER_FUZZ_OPTS. */
extern const char *const fuzz_default_options;
const char *const fuzz_default_options = "@OPTIONS@";

/* Reports are whole, for those who sort crashes by them. */
const char *__asan_default_options(void);
const char *__asan_default_options(void)
{
	return "halt_on_error=0:suppress_equal_pcs=0:detect_leaks=0:handle_segv=0:handle_sigbus=0:"
	       "handle_sigfpe=0:handle_sigill=0:allocator_may_return_null=1:"
	       "detect_stack_use_after_return=0:quarantine_size_mb=1";
}
