"""Names of files for people: «ВСОКО_Итоги-учебного-периода_1-четверть_2025-2026.pdf»."""

import re


def file_name(parts, extension):
    """The parts that are not empty, apart from each other, so that files sort well in a folder."""
    clean = [re.sub(r"[^\w.]+", "-", part).strip("-.") for part in parts]
    return f"{'_'.join(filter(None, clean))}.{extension}"
