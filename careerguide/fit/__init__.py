"""How a job fits a person: what its ad asks for, held against a resume and what they hold, line by line, in words."""
