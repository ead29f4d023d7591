import { Component, onWillUnmount } from "@odoo/owl";
import { browser } from "@web/core/browser/browser";
import { _t } from "@web/core/l10n/translation";
import { registry } from "@web/core/registry";
import { standardFieldProps } from "@web/views/fields/standard_field_props";

const PAUSE = 5000;

/**
 * How many reports of a set still wait; the page is read anew as long as there are some.
 */
export class SetProgress extends Component {
    static template = "vsoko_module.SetProgress";
    static props = standardFieldProps;

    setup() {
        const clock = browser.setInterval(() => this.follow(), PAUSE);
        onWillUnmount(() => browser.clearInterval(clock));
    }

    get total() {
        return this.props.record.data.total_count;
    }

    get done() {
        return this.total - this.props.record.data[this.props.name];
    }

    get percent() {
        return this.total ? Math.floor((100 * this.done) / this.total) : 0;
    }

    get text() {
        return _t("%(done)s of %(total)s", { done: this.done, total: this.total });
    }

    async follow() {
        if (this.props.record.data[this.props.name]) {
            await this.props.record.load();
        }
    }
}

export const setProgress = {
    component: SetProgress,
    displayName: _t("Progress of a set of reports"),
    supportedTypes: ["integer"],
    fieldDependencies: [{ name: "total_count", type: "integer" }],
};
registry.category("fields").add("vsoko_set_progress", setProgress);
