"""Notes whatever a page must never do: complain, break its own policy, or ask anybody else."""

from playwright.sync_api import BrowserContext, ConsoleMessage, Request, Response, WebError

# Consoles tell of violations too, but each in words of its own. Of a file that isn't on the disk,
# Firefox tells nobody but the element that wanted it.
TELL = """
document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => {
  console.error(`policy violated: ${violatedDirective} by ${blockedURI}`);
});
addEventListener("error", ({ target }) => {
  if (target instanceof Element) console.error(`lost: ${target.src ?? target.href}`);
}, { capture: true });
"""


# What one leaves before it has come: a page for another one, or a picture or an icon, for which
# Firefox asks late. What isn't there fails otherwise.
LEFT_BEHIND = ("NS_BINDING_ABORTED", "net::ERR_ABORTED")


class Watch:
    """All complaints of the pages of one browser context."""

    def __init__(self, context: BrowserContext) -> None:
        self.complaints: list[str] = []
        self.bases: list[str] = []
        context.add_init_script(TELL)
        context.on("console", self._on_console)
        context.on("weberror", self._on_error)
        context.on("request", self._on_request)
        context.on("requestfailed", self._on_failure)
        context.on("response", self._on_response)

    def allow(self, base: str) -> None:
        """Pages may ask for what lies below this address, and for nothing else."""
        self.bases.append(base)

    def _on_console(self, message: ConsoleMessage) -> None:
        self._note(f"console {message.type}: {message.text}", message.location["url"])

    def _on_error(self, error: WebError) -> None:
        self._note(f"error: {error.error}", error.page.url if error.page else "")

    def _on_request(self, request: Request) -> None:
        own = (*self.bases, "about:", "data:", "blob:")
        if not request.url.startswith(own):
            self._note(f"asks for {request.url}", request.frame.url)

    def _on_failure(self, request: Request) -> None:
        is_picture = request.resource_type == "image" or "icon" in request.url
        if request.failure in LEFT_BEHIND and (is_picture or request.is_navigation_request()):
            return
        self._note(f"did not get {request.url}: {request.failure}", request.frame.url)

    def _on_response(self, response: Response) -> None:
        if response.status >= 400:
            self._note(f"{response.status} for {response.url}", response.frame.url)

    def _note(self, complaint: str, where: str) -> None:
        self.complaints.append(f"{where}: {complaint}")
