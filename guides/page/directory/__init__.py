"""The directory of places to go: what it shows for an address, and the links that lead there."""
