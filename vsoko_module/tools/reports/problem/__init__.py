"""The problem analysis of a year: what its figures prove, and which directions follow."""
