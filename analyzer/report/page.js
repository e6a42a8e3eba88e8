"use strict";
(() => {
	const by = (id) => document.getElementById(id);
	const all = (what) => [...document.querySelectorAll(what)];
	const findings = all("article[data-severity]");
	const words = new Map(findings.map((e) => [e, e.textContent.toLowerCase()]));
	const search = by("search"), rule = by("rule"), shown = by("shown");

	const names = new Set(findings.map((e) => e.dataset.rule));
	for (const name of [...names].sort()) {
		const option = document.createElement("option");
		option.value = option.textContent = name;
		rule.append(option);
	}

	const filter = () => {
		const wanted = search.value.toLowerCase().split(/\s+/).filter(Boolean);
		const levels = new Set(all("input[data-level]:checked").map((e) => e.dataset.level));
		const has = (e) => wanted.every((w) => words.get(e).includes(w));
		let n = 0;
		for (const e of findings) {
			const is = [levels.has(e.dataset.severity), !rule.value || rule.value === e.dataset.rule, has(e)];
			e.hidden = is.includes(false);
			n += e.hidden ? 0 : 1;
		}
		shown.textContent = findings.length ? `${n} of ${findings.length} shown` : "";
	};
	for (const e of [search, rule, ...all("input[data-level]")])
		e.addEventListener("input", filter);

	by("theme").addEventListener("click", () => {
		const root = document.documentElement;
		const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
		root.dataset.theme = dark ? "light" : "dark";
	});
	document.addEventListener("keydown", (e) => {
		if (e.key !== "/" || e.target.matches("input, select")) return;
		e.preventDefault();
		search.focus();
	});
	/* A link to a finding that the filter hides shows it again. */
	addEventListener("hashchange", () => {
		const target = document.getElementById(location.hash.slice(1));
		if (target) {
			target.closest("article").hidden = false;
			target.scrollIntoView();
		}
	});
	by("controls").hidden = false;
	filter();
})();
