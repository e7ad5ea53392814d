"""Exercises are articles, whose categories are positions and whose tags are targets; routines are
pages. The plugin below adds the lists that Pelican knows nothing of."""

import sys
from collections import defaultdict
from types import ModuleType

from pelican import signals

SITENAME = "Stretches"
PATH = "content"
TIMEZONE = "UTC"
DEFAULT_LANG = "en"
THEME = "theme"
DELETE_OUTPUT_DIRECTORY = False
ARTICLE_PATHS = ["exercises"]
PAGE_PATHS = ["routines", "pages"]
STATIC_PATHS = []
FORMATTED_FIELDS = []
SLUGIFY_SOURCE = "basename"
ARTICLE_URL = ARTICLE_SAVE_AS = "exercises/{slug}.html"
PAGE_URL = PAGE_SAVE_AS = "routines/{slug}.html"
TAG_URL = TAG_SAVE_AS = "targets/{slug}.html"
CATEGORY_URL = CATEGORY_SAVE_AS = "positions/{slug}.html"
AUTHOR_SAVE_AS = ARCHIVES_SAVE_AS = CATEGORIES_SAVE_AS = TAGS_SAVE_AS = AUTHORS_SAVE_AS = ""
DIRECT_TEMPLATES = ["index", "404"]
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
DEFAULT_PAGINATION = False
MARKDOWN = {
    "extensions": ["meta", "toc", "tables", "def_list", "footnotes", "attr_list", "sane_lists"],
    "output_format": "html",
}
JINJA_ENVIRONMENT = {"trim_blocks": True, "lstrip_blocks": True, "extensions": []}

LISTED = ("equipment", "levels", "places", "cautions", "mistakes", "sources", "exercises")
"""What Markdown's `meta` gives as a text where it has only one line."""


def make_lists(content):
    for name in LISTED:
        value = getattr(content, name, None)
        if isinstance(value, str):
            setattr(content, name, [value])


def name_articles(generator):
    generator.context["by_slug"] = {each.slug: each for each in generator.articles}


def write_lists(generator, writer):
    """The lists of all, and those by equipment, level and place."""
    context = generator.context
    articles = context["articles"]
    routines = [each for each in context["pages"] if each.template == "routine"]
    lists = defaultdict(list)
    lists["exercises/index.html", "Exercises"] = articles
    lists["routines/index.html", "Routines"] = routines
    for kind, pages in (("equipment", articles), ("levels", articles), ("places", routines)):
        for page in pages:
            for word in getattr(page, kind):
                lists[f"{kind}/{word}.html", word].append(page)
    template = generator.get_template("list")
    for (address, title), pages in lists.items():
        writer.write_file(address, template, context, list_title=title, list_pages=pages)


def register():
    signals.content_object_init.connect(make_lists)
    signals.article_generator_finalized.connect(name_articles)
    signals.article_writer_finalized.connect(write_lists)


lists = ModuleType("lists")
lists.register = register
sys.modules["lists"] = lists
PLUGINS = [lists]
