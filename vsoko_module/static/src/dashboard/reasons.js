import { _t } from "@web/core/l10n/translation";

/** Why a figure has no value, by the key that the server sends. */
export const MISSING_REASONS = {
    empty_base: _t("Nobody to count: the base is empty"),
    missing_operand: _t("A figure of the formula has no value"),
    division_by_zero: _t("The formula divides by zero"),
    out_of_range: _t("The result of the formula is out of range"),
};

/** Why a class is not compared with the previous period, by the key that the server sends. */
export const BARRIERS = {
    merged: _t("not compared: the class is merged"),
    divided: _t("not compared: the class is divided"),
    other: _t("not compared: other pupils were in the class"),
};
