"""Reads official data as it is downloaded. Plain Python: values come out, and no database is asked."""
