"""The shell: the frame around every screen, the wall, help, and what keeps the face standing when something breaks."""
