"""Geometry of the map: from degrees to places on a drawing."""
