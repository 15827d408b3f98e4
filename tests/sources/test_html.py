"""A web page as lines: its main content, and nothing that surrounds it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kkr_graph.model.text import LineKind, place_at
from kkr_graph.sources import read_source
from kkr_graph.sources.html import read_html


def lines(body, head=""):
    """The lines of a page, blank ones left out."""
    content = f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode()
    return [entry.text for entry in read_html(content, "a.html").entries if entry.text]


def test_a_page_is_known_by_its_content_and_tells_its_paragraphs(tmp_path):
    path = tmp_path / "referat.txt"
    path.write_text("\n <!-- x -->\n<!doctype HTML><p>Bo<h2>1. Punkt</h2><p>Åse", encoding="utf-8")
    source = read_source(path, name="referat.txt")
    assert source.text == "Bo\n\n1. Punkt\nÅse"
    assert source.lines == LineKind.PARAGRAPH
    assert place_at(source.places, source.text.index("Åse")) == "afsnit 3"


# --- what is left out -----------------------------------------------------------------------


@pytest.mark.parametrize(
    "chrome",
    [
        "<script>var a = '<p>væk</p>';</script>",
        "<style>p::after { content: 'væk' }</style>",
        "<nav><ul><li>væk</ul></nav>",
        "<header><h1>væk</h1></header>",
        "<footer>væk</footer>",
        "<aside><p>væk</p></aside>",
        "<div class=topbar>væk <a href=/en>English</a></div>",
        "<div id=site-menu><ul><li>væk</ul></div>",
        "<ol class='list crumbs'><li>væk<li>også væk</ol>",
        "<article><ol class=breadcrumb><li>væk</ol></article>",
        "<div role=search>væk</div>",
        "<div hidden>væk <p>også</p></div>",
        "<div aria-hidden=true>væk</div>",
        "<p style='color:red; DISPLAY : none'>væk</p>",
        "<button>væk</button><select><option>væk</select><template>væk</template>",
        "<!-- væk -->",
    ],
)
def test_what_surrounds_a_page_or_is_hidden_is_left_out(chrome):
    assert lines(f"<p>før</p>{chrome}<p>efter</p>") == ["før", "efter"]


def test_a_page_that_has_a_menu_is_none():
    assert lines("<div class='page has-menu'><p>før</p></div>") == ["før"]


def test_where_a_page_marks_its_main_content_the_rest_is_left_out():
    body = "<div>Log ind</div><main>Referat <p>Bo</p> slut</main><div>Kontakt</div>"
    assert lines(body) == ["Referat", "Bo", "slut"]
    assert lines(body.replace("main>", "div>")) == ["Log ind", "Referat", "Bo", "slut", "Kontakt"]


def test_an_empty_main_content_is_not_believed():
    assert lines("<main><script>x()</script></main><p>Referat</p>") == ["Referat"]


def test_the_header_of_an_article_belongs_to_it():
    body = "<header>Kommune</header><article><header><h2>3. Sag</h2></header><p>Godkendt</article>"
    assert lines(body) == ["3. Sag", "Godkendt"]


@pytest.mark.parametrize(
    "title",
    [
        "<h3><button aria-controls=a>3. Sag<span aria-hidden=true>+</span></button></h3>",
        "<h3 role=tab aria-controls=a>3. Sag</h3>",
        "<h3><button data-bs-target='#a'>3. Sag</button></h3>",
        "<h3><a href='#a'>3. Sag</a></h3>",
        "<section><button aria-expanded=false aria-controls='a'>3. Sag</button></section>",
        "<dl><dt><button aria-controls=a>3. Sag</button></dl>",
    ],
)
@pytest.mark.parametrize("way", ["", "hidden", "aria-hidden=true style='display:none'"])
def test_what_a_title_unfolds_is_seen_and_so_is_the_title(title, way):
    body = f"<button aria-controls=m>Menu</button><ul id=m hidden><li>væk</ul>{title}"
    assert lines(f"{body}<div id=a {way}><p>Godkendt</div>") == ["3. Sag", "Godkendt"]


def test_a_box_of_facts_beside_an_article_belongs_to_it_and_a_menu_does_not():
    box = "<aside><h3>Fakta</h3><p>Formanden vælges af rådet.</p><a href='#'>Vedtægt</a></aside>"
    menu = "<aside><h3>Læs også</h3><ul><li><a href='#'>Havnen fylder ti år</a></ul></aside>"
    told = ["Bo er valgt.", "Fakta", "Formanden vælges af rådet.", "Vedtægt"]
    assert lines(f"<main><p>Bo er valgt.</p>{menu}{box}</main>") == told
    assert lines(f"<main><p>Bo er valgt.</p>{box}{menu}</main>".replace("<aside", "<div role=complementary")
                 .replace("</aside", "</div")) == told  # fmt: skip
    assert lines(f"<p>Bo er valgt.</p>{box}{menu}") == told[:1]


# --- lines ----------------------------------------------------------------------------------


def test_blocks_and_breaks_end_lines_and_other_elements_do_not():
    body = "<div>Bo <b>Lund</b>\n <i>(V)</i><br>Thisted<div>Åse</div>Læsø</div>"
    assert lines(body) == ["Bo Lund (V)", "Thisted", "Åse", "Læsø"]


def test_entities_and_hard_blanks_are_characters():
    assert lines("<p>K&oslash;ge &amp; S&#248;n&nbsp;1</p>") == ["Køge & Søn\xa01"]


def test_preformatted_text_keeps_its_lines():
    assert lines("<pre>a\nb  c</pre>") == ["a", "b c"]


def test_elements_that_are_never_closed_hide_nothing():
    body = "<ul><li>et<li>to</ul><table><tr><td>a<td>b<tr><td>c<td>d</table><p>e<p>f"
    assert lines(body) == ["- et", "- to", "a\tb", "c\td", "e", "f"]


def test_a_head_without_an_end_does_not_swallow_the_page():
    content = b"<html><head><title>x</title><p>Referat"
    assert [entry.text for entry in read_html(content, "a").entries] == ["Referat"]


# --- tables and lists -----------------------------------------------------------------------


def test_a_row_is_a_line_with_tabs_between_cells():
    body = "<table><thead><tr><th>Navn<th>Parti</thead><tr><td><p>Bo</p><td>V</table>"
    assert lines(body) == ["Navn\tParti", "Bo\tV"]


def test_a_table_around_the_page_is_no_row():
    inner = "<p>Beslutning</p><table><tr><td>1<td>Godkendt</table>"
    assert lines(f"<table><tr><td></td><td>{inner}</td></table>") == ["Beslutning", "1\tGodkendt"]


def test_lists_are_counted_as_the_browser_counts_them():
    body = "<ol start=3><li>a<ol type=a><li>b<li>c</ol><li>d<li value=9>e<li><p>f</p></ol>"
    assert lines(body) == ["3. a", "a. b", "b. c", "4. d", "9. e", "10. f"]


def test_a_list_that_shows_no_numbers_has_none():
    assert lines("<ol style='list-style: none'><li>61. Punkt<li>62. Sag</ol>") == [
        "- 61. Punkt",
        "- 62. Sag",
    ]


def test_a_number_that_is_written_too_is_not_doubled():
    assert lines("<ol><li>1. Punkt<li>2. Sag</ol>") == ["1. Punkt", "2. Sag"]


# --- encodings ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("<meta charset=utf-8>", "utf-8"),
        ("<meta charset='iso-8859-1'>", "cp1252"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">', "cp1252"),
        ("<meta charset=utf-8>", "cp1252"),  # as many old pages are
        ("<meta charset=findes-ikke>", "utf-8"),
        ("", "utf-8"),
        ("", "utf-16"),
    ],
)
def test_a_page_is_decoded_as_declared_or_else_as_it_is(tmp_path, declared, encoding):
    path = tmp_path / "a.html"
    path.write_bytes(f"<html><head>{declared}</head><p>Åse Ærø på Læsø".encode(encoding))
    assert read_source(path, name="a.html").text.strip() == "Åse Ærø på Læsø"


# --- anything -------------------------------------------------------------------------------

TAGS = st.sampled_from(
    ["p", "div", "ul", "ol", "li", "table", "tr", "td", "main", "nav", "h2", "br", "head", "pre"]
)
PIECES = st.one_of(
    TAGS.map("<{}>".format), TAGS.map("</{}>".format), st.text("abø \n&<", min_size=1, max_size=5)
)


@given(st.lists(PIECES, max_size=40).map("".join))
def test_any_markup_gives_lines_without_blanks_around_them(body):
    for line in lines(body):
        assert line == line.strip(" \n")
        assert "\n" not in line


@given(st.lists(TAGS.filter(lambda tag: tag not in ("nav", "head", "br")), max_size=8))
def test_text_is_found_however_deep_it_stands(tags):
    written = " ".join(lines("".join(f"<{tag}>" for tag in tags) + "teksten"))
    assert "teksten" in written
