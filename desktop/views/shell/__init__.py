"""The frame around every screen: rail, top bar, status bar, and the panels that open over them."""
