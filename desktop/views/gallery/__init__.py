"""Every part of the window in every state, for those who build screens of them and those who judge them."""
