"""Every threshold of the review, with its reason. A rule reads it from here and nowhere else."""

# ---- length: pages and words
RESUME_FEWEST_WORDS = 150  # Below this there is too little for anyone to judge by.
RESUME_MOST_WORDS = 1100  # Two full pages.
RESUME_MOST_PAGES = 2  # Readers of applications for these jobs expect one page, and accept two.
LETTER_FEWEST_WORDS = 120  # Who, why them, two proofs and a closing need about this many.
LETTER_MOST_WORDS = 450  # One page.
