"""The pages of people, bodies, municipalities, parties, meetings, items, documents and the rest."""
