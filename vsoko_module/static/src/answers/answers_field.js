import { Component, useState } from "@odoo/owl";
import { registry } from "@web/core/registry";
import { _t } from "@web/core/l10n/translation";
import { standardFieldProps } from "@web/views/fields/standard_field_props";

const NOT_APPLICABLE = "na";

/**
 * The answers of an expert by the criteria of a rubric: one choice of a described behaviour, or
 * “not applicable”, and a note for each. The value is one JSON object, always replaced as a whole.
 */
export class AnswersField extends Component {
    static template = "vsoko_module.AnswersField";
    static props = { ...standardFieldProps };

    setup() {
        this.notApplicable = NOT_APPLICABLE;
        this.state = useState({ noted: {} });
    }

    get criteria() {
        return this.props.record.data.form || [];
    }

    get answers() {
        return this.props.record.data[this.props.name] || {};
    }

    answer(key) {
        return this.answers[key] || {};
    }

    isChosen(key, points) {
        return this.answer(key).points === points;
    }

    isAnswered(key) {
        return this.answer(key).points !== undefined;
    }

    isNoted(key) {
        return Boolean(this.state.noted[key] || this.answer(key).note);
    }

    get answeredText() {
        const answered = this.criteria.filter(({ key }) => this.isAnswered(key)).length;
        return _t("Answered: %(answered)s of %(all)s", { answered, all: this.criteria.length });
    }

    /** What is chosen once more is taken back: a touch by mistake is no answer. */
    choose(key, points) {
        if (this.props.readonly) {
            return;
        }
        const { points: before, ...rest } = this.answer(key);
        this.store(key, before === points ? rest : { ...rest, points });
    }

    openNote(key) {
        this.state.noted[key] = true;
    }

    writeNote(key, note) {
        const { note: _before, ...rest } = this.answer(key);
        this.store(key, note.trim() ? { ...rest, note: note.trim() } : rest);
    }

    store(key, answer) {
        const answers = { ...this.answers };
        if (Object.keys(answer).length) {
            answers[key] = answer;
        } else {
            delete answers[key];
        }
        this.props.record.update({ [this.props.name]: answers });
    }
}

registry.category("fields").add("vsoko_answers", {
    component: AnswersField,
    displayName: _t("Answers by criteria"),
    supportedTypes: ["json"],
    fieldDependencies: [{ name: "form", type: "json" }],
});
