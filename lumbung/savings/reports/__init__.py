"""Questions about savings."""
