"""Labelled answers, and the scripts that find the coefficients of `interviews.feedback`."""
