"""What the page of a version shows, put together from what is stored: no engine runs when a page is read."""
