from docs.ontology_page import PAGE, ontology_page


def test_the_reference_page_is_up_to_date():
    assert PAGE.read_text(encoding="utf-8") == ontology_page(), "run python -m docs.ontology_page"
