"""Documents of a year: which indicators stand in which section, and what is shown of them."""
