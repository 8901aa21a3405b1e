"""Reading offers: in one unit, side by side, against what others earn. Nothing here writes."""
