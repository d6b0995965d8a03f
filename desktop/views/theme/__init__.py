"""How the window looks: colours, type, icons and the painting of Qt's own controls, once for all screens."""
