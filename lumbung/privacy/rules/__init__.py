"""What follows without a database: consents and their texts, clocks of three days, when somebody may be forgotten."""
