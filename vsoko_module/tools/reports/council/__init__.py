"""What the director shows to councils: the objects of assessment, each with its reason."""
