"""Pictures of every screen: ``python -m tests.screens`` writes them to ``docs/screens``."""
