"""Runs in Odoo's shell: the checks of Odoo's own module test_lint, applied to our addons alone.

$VSOKO_ADDONS has their names between commas.
"""

import contextlib
import importlib
import logging
import os
import unittest
from unittest.mock import patch

from odoo.modules import Manifest
from odoo.modules.registry import Registry

ADDONS = os.environ["VSOKO_ADDONS"].split(",")
CHECKS = (
    "test_docstring.TestDocstring.test_docstring",
    "test_dunderinit.TestDunderinit.test_dunderinit",
    "test_i18n.TestI18n",
    "test_index.TestIndex.test_enforce_index_on_one2many_inverse",
    "test_jstranslate.TestJsTranslations.test_js_translations",
    "test_manifests.ManifestLinter",
    "test_markers.TestConflictMarkers",
    "test_naming.TestNaming.test_parameter_rpc_compatible",
    "test_onchange_domains.TestOnchangeDomains.test_forbid_domains_in_onchanges",
    "test_orm_import.TestDunderinit.test_addons_orm_import",
    "test_override_signatures.TestLintOverrideSignatures.test_lint_override_signature",
    "test_pofile.PotLinter.test_pot_duplicate_entries",
    "test_routes.RoutesLinter.test_routes_definition",
)


def our_models(_database):
    """The models that our addons define or extend; the rest is Odoo's own business."""
    models = env.registry.items()  # noqa: F821
    return {
        name: model
        for name, model in models
        if any(getattr(base, "_module", None) in ADDONS for base in model.mro())
    }


def limited(modules) -> contextlib.ExitStack:
    """Make the checks see our addons and their models instead of all."""
    stack = contextlib.ExitStack()
    manifests = [Manifest.for_addon(name) for name in ADDONS]
    paths = [manifest.path for manifest in manifests]
    stack.enter_context(patch.object(Manifest, "all_addon_manifests", lambda: manifests))
    stack.enter_context(patch("odoo.addons.__path__", paths))
    stack.enter_context(patch("odoo.__path__", []))
    for module in modules:
        if getattr(module, "Registry", None) is Registry:
            stack.enter_context(patch.object(module, "Registry", our_models))
        if hasattr(module, "get_modules"):
            stack.enter_context(patch.object(module, "get_modules", lambda: ADDONS))
    return stack


def present(checks):
    """Modules and names of the checks that this Odoo has."""
    modules, names = [], []
    for check in checks:
        module_name, _, name = check.partition(".")
        try:
            module = importlib.import_module(f"odoo.addons.test_lint.tests.{module_name}")
        except ModuleNotFoundError:
            print(f"test_lint: this Odoo has no {module_name}")
            continue
        modules.append(module)
        names.append((module, name))
    return modules, names


class Spoken(logging.Handler):
    """Some checks only log what they find."""

    def __init__(self):
        super().__init__(logging.WARNING)
        self.texts = []

    def emit(self, record):
        self.texts.append(record.getMessage())


def is_ours(test, text: str) -> bool:
    """A subtest names what it looked at; a plain test tells it in its message, below the traceback
    with its paths."""
    is_subtest = hasattr(test, "params")
    return "vsoko" in (str(test) if is_subtest else text.partition("Error: ")[2])


def main() -> None:
    modules, names = present(CHECKS)
    loader, result, spoken = unittest.TestLoader(), unittest.TestResult(), Spoken()
    logging.getLogger("odoo.addons.test_lint").addHandler(spoken)
    for module, name in names:
        suite = loader.loadTestsFromName(name, module)
        with limited(modules):
            suite.run(result)
    found = [
        f"{test}\n{text}" for test, text in result.failures + result.errors if is_ours(test, text)
    ]
    found += [text for text in spoken.texts if "vsoko" in text]
    for text in found:
        print(f"test_lint: {text.strip()}")
    print(f"test_lint: {result.testsRun} checks, {len(found)} findings")
    if found:
        raise SystemExit(1)


main()
