"""A page in the browser, with all that it did, and names that want to do more."""

from dataclasses import dataclass, field

from playwright.sync_api import Page

HOSTILE = (
    "<script>window.PWNED=1</script>",
    "</script><script>window.PWNED=1</script>",
    "</title><script>window.PWNED=1</script>",
    "</style><script>window.PWNED=1</script>",
    "<!--<script>window.PWNED=1",
    "--><img src=x onerror=window.PWNED=1>",
    "<img src=x onerror=window.PWNED=1>",
    "<svg onload=window.PWNED=1>",
    "<svg><animate onbegin=window.PWNED=1 attributeName=x>",
    "<iframe srcdoc='<script>parent.PWNED=1</script>'>",
    "<a href='javascript:window.PWNED=1'>href</a>",
    "javascript:window.PWNED=1",
    "href",
    '" onmouseover="window.PWNED=1',
    "' onfocus='window.PWNED=1' autofocus='",
    "`${window.PWNED=1}`",
    "{{ 7*7 }}{% raw %}",
    "\\u003cscript\\u003ewindow.PWNED=1\\u003c/script\\u003e",
    "\\';window.PWNED=1;//",
    "];window.PWNED=1;[",
    "linje\u2028window.PWNED=1\u2029slut",
    "\u202ecod.exe\u202c",
    "__proto__",
    "constructor",
    "<math><mi xlink:href='data:text/html,<script>window.PWNED=1</script>'>&lt;b&gt;",
)


@dataclass
class Opened:
    """A page in the browser, with all that it did."""

    page: Page
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def shown(self, kind: str) -> set[str]:
        """The nodes or edges that the drawing shows."""
        found = self.page.evaluate(
            "kind => window.netvaerk[kind].get().filter(e => !e.hidden).map(e => e.id)", kind
        )
        return set(found)

    def rows(self, table: str) -> list[str]:
        """The ids of a table's visible rows, in order."""
        visible: list[str] = self.page.eval_on_selector_all(
            f"#{table} tbody tr:not([hidden])",
            "rows => rows.map(r => r.dataset.edge || r.dataset.node)",
        )
        return visible

    @property
    def heading(self) -> str:
        return self.page.inner_text("#details-heading")

    @property
    def details(self) -> str:
        return self.page.inner_text("#details-body")
