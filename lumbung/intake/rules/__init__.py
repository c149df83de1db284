"""Policy of intake: who a name means, which months a grid's money is for, what a plan is. No database, no clock."""
