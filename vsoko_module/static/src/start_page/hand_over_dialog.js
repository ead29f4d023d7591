import { Component } from "@odoo/owl";

import { Dialog } from "@web/core/dialog/dialog";

/** What goes to the director, and what does not and why, before the one press. */
export class HandOverDialog extends Component {
    static template = "vsoko_module.HandOverDialog";
    static components = { Dialog };
    static props = { ready: Array, lacking: Array, handOver: Function, close: Function };

    async confirm() {
        this.props.close();
        await this.props.handOver(this.props.ready);
    }
}
