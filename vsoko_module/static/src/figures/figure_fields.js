import { Component } from "@odoo/owl";
import { _t } from "@web/core/l10n/translation";
import { registry } from "@web/core/registry";
import { FloatField, floatField } from "@web/views/fields/float/float_field";
import { standardFieldProps } from "@web/views/fields/standard_field_props";
import { changeClass, changeWord, formatChange, formatFigure, formatNumber } from "./format";

const INDICATOR_FIELDS = [
    { name: "unit", type: "selection" },
    { name: "digits", type: "integer" },
];

/**
 * A figure with its unit; where there is none, «no data» and the reason instead of zero.
 */
export class FigureField extends Component {
    static template = "vsoko_module.FigureField";
    static props = standardFieldProps;

    get data() {
        return this.props.record.data;
    }

    /** An empty number is `false`, and 0 is 0. */
    get isKnown() {
        return this.data[this.props.name] !== false;
    }

    get text() {
        return formatFigure(this.data[this.props.name], this.data);
    }

    get reason() {
        const field = this.props.record.fields.missing_reason;
        const reason = field?.selection?.find(([key]) => key === this.data.missing_reason);
        return reason ? reason[1] : "";
    }
}

export const figureField = {
    component: FigureField,
    displayName: _t("Figure"),
    supportedTypes: ["float"],
    fieldDependencies: [...INDICATOR_FIELDS, { name: "missing_reason", type: "selection" }],
};
registry.category("fields").add("vsoko_value", figureField);

// by the field of a change: what became of the figure
const BECAME = { delta: "became", last_year_delta: "became_in_year" };

/**
 * A change against another period: arrow, size, and whether it is for the better.
 */
export class ChangeField extends Component {
    static template = "vsoko_module.ChangeField";
    static props = { ...standardFieldProps, barrier: { type: String, optional: true } };

    get data() {
        return this.props.record.data;
    }

    get delta() {
        return this.data[this.props.name];
    }

    get isKnown() {
        return this.delta !== false;
    }

    get text() {
        return formatChange(this.delta, this.data);
    }

    get changeClass() {
        return changeClass(this.delta, this.data, this.became);
    }

    get became() {
        return this.data[BECAME[this.props.name]];
    }

    get word() {
        return changeWord(this.delta, this.data, this.became);
    }

    /** Why there is nothing to compare with, where the record knows it. */
    get barrier() {
        const key = this.data[this.props.barrier];
        const { selection = [] } = this.props.record.fields[this.props.barrier] || {};
        return selection.find(([name]) => name === key)?.[1];
    }
}

export const changeField = {
    component: ChangeField,
    displayName: _t("Change"),
    supportedTypes: ["float"],
    fieldDependencies: ({ options, name }) => [
        ...INDICATOR_FIELDS,
        { name: BECAME[name], type: "selection" },
        ...(options?.barrier ? [{ name: options.barrier, type: "selection" }] : []),
    ],
    extractProps: ({ options }) => ({ barrier: options.barrier }),
};
registry.category("fields").add("vsoko_delta", changeField);

/**
 * A number without needless zeros: a mark is «4», a mean of marks «3,67».
 */
function formatShort(value, { field } = {}) {
    if (value === false || value === null) {
        return "";
    }
    const digits = field?.digits ? field.digits[1] : 2;
    return formatNumber(value, digits, { trailingZeros: false });
}

export class ShortNumberField extends FloatField {
    get formattedValue() {
        const field = this.props.record.fields[this.props.name];
        return formatShort(this.props.record.data[this.props.name], { field });
    }
}
registry.category("fields").add("vsoko_number", { ...floatField, component: ShortNumberField });
registry.category("formatters").add("vsoko_number", formatShort);

/**
 * A number that may be left empty: what was erased is nothing, not zero.
 */
export class OptionalNumberField extends ShortNumberField {
    parse(value) {
        return value.trim() ? super.parse(value) : false;
    }
}
registry.category("fields").add("vsoko_optional_number", {
    ...floatField,
    component: OptionalNumberField,
});
