"""Money of the bonus: whole kopecks and exact fractions in, whole kopecks and reasons out."""
