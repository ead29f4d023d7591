import { Component, onWillStart, useState } from "@odoo/owl";

import { ConfirmationDialog } from "@web/core/confirmation_dialog/confirmation_dialog";
import { _t } from "@web/core/l10n/translation";
import { registry } from "@web/core/registry";
import { groupBy } from "@web/core/utils/arrays";
import { useService } from "@web/core/utils/hooks";
import { Layout } from "@web/search/layout";
import { standardActionServiceProps } from "@web/webclient/actions/action_service";

import { HandOverDialog } from "./hand_over_dialog";
import { returnedAction } from "../page/returned_action";

/** What waits for the one who has signed in: cards of one shape, whatever the roles are. */
export class StartPage extends Component {
    static template = "vsoko_module.StartPage";
    static components = { Layout };
    static props = { ...standardActionServiceProps };

    display = { controlPanel: {} };

    setup() {
        this.orm = useService("orm");
        this.action = useService("action");
        this.dialog = useService("dialog");
        this.notification = useService("notification");
        this.state = useState({ cards: [], handed: false, handOver: false });
        onWillStart(() => this.load());
    }

    /** What the director approves stands together, before all the rest. */
    get parts() {
        const waiting = this.state.cards.filter((card) => card.count);
        const toApprove = waiting.filter((card) => card.press);
        const others = waiting.filter((card) => !card.press);
        return [
            { key: "approve", title: this.tellApproval(toApprove), cards: toApprove },
            { key: "work", title: "", cards: others },
        ].filter((part) => part.cards.length);
    }

    tellApproval(cards) {
        const waiting = cards.reduce((sum, card) => sum + card.count, 0);
        return this.state.handed
            ? _t("To approve: %s, handed over of them: %s", waiting, this.state.handed)
            : _t("To approve: %s", waiting);
    }

    get quiet() {
        return this.state.cards.filter((card) => !card.count);
    }

    async load() {
        const page = await this.orm.call("vsoko.start.page", "get_page", []);
        this.state.cards = page.cards;
        this.state.handed = page.handed;
        this.state.handOver = page.hand_over;
    }

    async openRow(card, row) {
        if (card.method) {
            const action = await this.orm.call(card.model, card.method, [[row.id]]);
            return this.action.doAction(returnedAction(action));
        }
        return this.action.doAction({
            type: "ir.actions.act_window",
            name: card.title,
            res_model: card.model,
            res_id: row.id,
            views: [[false, "form"]],
        });
    }

    async openAll(card) {
        const action = await this.orm.call("vsoko.start.page", "open_list", [card.key]);
        return this.action.doAction(returnedAction(action));
    }

    openHandOver() {
        this.dialog.add(HandOverDialog, {
            ...this.state.handOver,
            handOver: (ready) => this.handOver(ready),
        });
    }

    /** What is handed over is what the page showed: each model says so for its own records. */
    async handOver(ready) {
        for (const [model, rows] of Object.entries(groupBy(ready, "model"))) {
            const context = { seen_revisions: rows.map((row) => [row.id, row.revision]) };
            const ids = rows.map((row) => row.id);
            await this.orm.call(model, "action_hand_over", [ids], { context });
        }
        const told = _t("Handed over to the director: %s", ready.length);
        this.notification.add(told, { type: "success" });
        await this.load();
    }

    /** The question is that of the form; what is signed is what the row was read with. */
    press(card, row) {
        this.dialog.add(ConfirmationDialog, {
            title: row.name,
            body: card.press.question,
            confirmLabel: card.press.title,
            confirm: () => this.carryOut(card, row),
            cancel: () => {},
        });
    }

    async carryOut(card, row) {
        const context = { seen_revisions: [row.seen] };
        const told = await this.orm.call(card.model, card.press.method, [[row.id]], { context });
        await this.action.doAction(returnedAction(told));
        await this.load();
    }
}

registry.category("actions").add("vsoko_start_page", StartPage);
