"""What a real interview asks for, from the first search to the last word: read models, without writing."""
