"""The only place that speaks to a browser."""
