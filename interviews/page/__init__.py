"""What pages of practice show, put together from what is stored: no engine runs when a page is read."""
