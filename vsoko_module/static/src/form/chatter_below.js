import "@mail/chatter/web/form_renderer";

import { browser } from "@web/core/browser/browser";
import { patch } from "@web/core/utils/patch";
import { FormRenderer } from "@web/views/form/form_renderer";

// in pixels: from here on a form is as wide as it gets, and there is room beside it
const WIDE = 1800;

/**
 * On a laptop a conversation beside a form takes a third of it, and the tables of the form are cut.
 * There it stands below, as it does on a tablet.
 */
patch(FormRenderer.prototype, {
    mailLayout() {
        const layout = super.mailLayout(...arguments);
        const isOurs = this.props.record.resModel.startsWith("vsoko.");
        const isCramped = layout === "SIDE_CHATTER" && browser.innerWidth < WIDE;
        return isOurs && isCramped ? "BOTTOM_CHATTER" : layout;
    },
});
