"""Pictures of what tables say, as SVG that is part of the page."""
