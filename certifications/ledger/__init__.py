"""A person's continuing education as pages show it: joins their records with the renewal rules and the engine."""
