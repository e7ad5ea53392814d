"""What each list page lists, for the templates."""

from collections import defaultdict

KINDS = ("positions", "targets", "equipment", "levels", "places")


def on_env(env, config, files):
    lists = defaultdict(list)
    by_slug = {}
    for file in files.documentation_pages():
        folder, _, name = file.src_uri.rpartition("/")
        meta = file.page.meta
        if meta["template"] == "exercise.html":
            by_slug[name.removesuffix(".md")] = file.page
        elif meta["template"] != "routine.html":
            continue
        lists[f"{folder}/index.html"].append(file.page)
        for kind in KINDS:
            for word in meta.get(kind, ()):
                lists[f"{kind}/{word.replace(' ', '-')}.html"].append(file.page)
    env.globals.update(lists=lists, by_slug=by_slug)
    return env
