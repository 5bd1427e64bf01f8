"""Rules, the findings they give, and reports of findings."""
