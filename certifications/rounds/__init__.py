"""Rounds of questions and cards as pages show them: what there is, how it went, what comes next."""
