import { Component } from "@odoo/owl";

import { Dialog } from "@web/core/dialog/dialog";
import { _t } from "@web/core/l10n/translation";

/** What is stored and would become something else; nothing is written before the answer. */
export class ChangesDialog extends Component {
    static template = "vsoko_module.ImportChangesDialog";
    static components = { Dialog };
    static props = { changes: Object, confirm: Function, close: Function };

    get rest() {
        return Math.max(this.props.changes.count - this.props.changes.rows.length, 0);
    }

    get question() {
        const { count } = this.props.changes;
        return _t("What is stored will change in %s places. Each load can be taken back.", count);
    }

    get restText() {
        return _t("Changes that are not in this list: %s. Open a file to see its remarks.", this.rest);
    }

    confirm() {
        this.props.confirm();
        this.props.close();
    }
}
