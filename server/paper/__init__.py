"""Records on paper: the as-built record as PDF, and what its pages are drawn with."""
