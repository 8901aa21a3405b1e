"""Brings content files into the database without overwriting what an editor changed."""

from guides.actions.loading.loader import UnknownItemError, check_folder, load_folder
from guides.actions.loading.report import LoadReport

__all__ = ["LoadReport", "UnknownItemError", "check_folder", "load_folder"]
