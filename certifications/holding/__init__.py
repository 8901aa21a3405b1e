"""How what a person holds stands today: joins their records with the renewal rules and the engine."""
