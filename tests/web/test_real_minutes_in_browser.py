"""The first five minutes on the graph of real minutes, with the mouse and with the keyboard alone."""
