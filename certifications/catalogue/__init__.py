"""What the catalogue's pages show: each credential, all of them, and some side by side."""
