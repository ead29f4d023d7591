"""Writers of files: one hardened writer for each format."""
