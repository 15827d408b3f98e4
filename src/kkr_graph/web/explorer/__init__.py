"""The network explorer as a part of the site: views, what a page asks for more of, and files."""
