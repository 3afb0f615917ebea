"""Pictures of regions; the only place that imports matplotlib."""

from gametheory.plots.maps import region_data, regions
from gametheory.plots.saving import save

__all__ = ["region_data", "regions", "save"]
