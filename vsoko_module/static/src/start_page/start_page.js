import { Component, onWillStart, useState } from "@odoo/owl";

import { registry } from "@web/core/registry";
import { useService } from "@web/core/utils/hooks";
import { Layout } from "@web/search/layout";
import { standardActionServiceProps } from "@web/webclient/actions/action_service";

/** What waits for the one who has signed in: cards of one shape, whatever the roles are. */
export class StartPage extends Component {
    static template = "vsoko_module.StartPage";
    static components = { Layout };
    static props = { ...standardActionServiceProps };

    display = { controlPanel: {} };

    setup() {
        this.orm = useService("orm");
        this.action = useService("action");
        this.state = useState({ cards: [] });
        onWillStart(() => this.load());
    }

    get waiting() {
        return this.state.cards.filter((card) => card.count);
    }

    get quiet() {
        return this.state.cards.filter((card) => !card.count);
    }

    async load() {
        const page = await this.orm.call("vsoko.start.page", "get_page", []);
        this.state.cards = page.cards;
    }

    async openRow(card, row) {
        if (card.method) {
            return this.action.doAction(await this.orm.call(card.model, card.method, [[row.id]]));
        }
        return this.action.doAction({
            type: "ir.actions.act_window",
            name: card.title,
            res_model: card.model,
            res_id: row.id,
            views: [[false, "form"]],
        });
    }

    /** Exactly the records that the card has counted: no other filter stands beside. */
    openAll(card) {
        return this.action.doAction({
            type: "ir.actions.act_window",
            name: card.title,
            res_model: card.model,
            views: [
                [false, "list"],
                [false, "form"],
            ],
            domain: card.domain,
        });
    }
}

registry.category("actions").add("vsoko_start_page", StartPage);
