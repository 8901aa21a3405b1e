"""Reads the Employment Projections: the workbook of occupations as downloaded, or CSV files of its tables."""

from guides.importers.projections.reading import read_projections
from guides.importers.projections.release import Jobs, ProjectionRelease, Reason

__all__ = ["Jobs", "ProjectionRelease", "Reason", "read_projections"]
