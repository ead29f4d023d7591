"""Who works with the money of others."""

BONUS = "vsoko_module_bonus.group_bonus"
DIRECTOR = "vsoko_module.group_director"
KEEPERS = f"{BONUS},{DIRECTOR}"
