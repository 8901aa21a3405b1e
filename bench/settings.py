"""The settings of the product, and one view more: the empty one that everything is measured against."""

from careerguide.settings import *  # noqa: F403

ROOT_URLCONF = "bench.urls"
