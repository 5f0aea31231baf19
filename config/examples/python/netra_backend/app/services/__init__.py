"""Services that requests share."""
