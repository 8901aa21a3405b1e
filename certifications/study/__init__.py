"""Preparing for an exam: plans, practice and memory. Plain Python."""
