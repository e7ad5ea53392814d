const KINDS = ["positions", "targets", "equipment", "levels", "places"];

export default function (config) {
  const exercises = (all) => all.getFilteredByGlob("content/exercises/*.md");
  const routines = (all) => all.getFilteredByGlob("content/routines/*.md");
  config.addGlobalData("permalink", () => (data) => `${data.page.filePathStem}.html`);
  config.addCollection("bySlug", (all) =>
    Object.fromEntries(exercises(all).map((page) => [page.fileSlug, page])),
  );
  config.addCollection("lists", (all) => {
    const lists = new Map([
      ["/exercises/index.html", { title: "Exercises", pages: exercises(all) }],
      ["/routines/index.html", { title: "Routines", pages: routines(all) }],
    ]);
    for (const page of [...exercises(all), ...routines(all)])
      for (const kind of KINDS)
        for (const name of page.data[kind] ?? []) {
          const address = `/${kind}/${name.replaceAll(" ", "-")}.html`;
          if (!lists.has(address)) lists.set(address, { title: name, pages: [] });
          lists.get(address).pages.push(page);
        }
    return [...lists].map(([address, list]) => ({ address, ...list }));
  });
  return {
    dir: { input: "content", includes: "../_includes", output: "_site" },
    templateFormats: ["md", "njk"],
    markdownTemplateEngine: false,
    htmlTemplateEngine: "njk",
  };
}
