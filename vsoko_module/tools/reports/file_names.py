"""Names of produced files for people."""

import re


def file_name(parts, extension):
    """«ВСОКО_Итоги-учебного-периода_1-четверть_2025-2026.pdf».

    :param parts: texts that stay apart by «_», so that files sort well in a folder; empty ones
        are left out
    """
    clean = [re.sub(r"\.?[^\w.]+", "-", part).strip("-.") for part in parts]
    return f"{'_'.join(filter(None, clean))}.{extension}"
