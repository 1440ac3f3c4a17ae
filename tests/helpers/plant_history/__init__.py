"""A scripted history of a plant in which every cause and every piece of advice is known.

``plant_history(seed)`` tells it; ``judge`` knows the truth and reads only what the product
answered.  Neither knows anything of the product but its records.
"""

from tests.helpers.plant_history.history import PlantHistory, plant_history

__all__ = ["PlantHistory", "plant_history"]
