"""Documents people apply with: versions, reviews, and what a person says about them."""
