"""Views of the graph as networks of people, bodies, municipalities, parties and meetings."""
