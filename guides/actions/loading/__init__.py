"""Brings content files into the database without overwriting what an editor changed."""

from guides.actions.loading.loader import Choice, Loader, UnknownItemError, check_folder, load_folder
from guides.actions.loading.memory import Memory
from guides.actions.loading.report import LoadReport
from guides.actions.loading.table import Stamp

__all__ = ["Choice", "LoadReport", "Loader", "Memory", "Stamp", "UnknownItemError", "check_folder", "load_folder"]
