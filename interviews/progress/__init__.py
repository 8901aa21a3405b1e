"""How practice went over time: in words and small pictures, without percentages and without days in a row."""
