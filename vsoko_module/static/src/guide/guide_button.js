import { Component, onWillStart, useRef, useState, markup } from "@odoo/owl";

import { Dialog } from "@web/core/dialog/dialog";
import { registry } from "@web/core/registry";
import { user } from "@web/core/user";
import { useService } from "@web/core/utils/hooks";

import { TOURS } from "../tours/tours";

const AROUND = 60;

/** A text as it is looked through: in small letters, Ё as Е. */
function folded(text) {
    return text.toLowerCase().replaceAll("ё", "е");
}

/** The user guide over the page that it was asked for, open where it tells about this page. */
export class GuideDialog extends Component {
    static template = "vsoko_module.GuideDialog";
    static components = { Dialog };
    static props = { tag: String, model: String, close: Function };

    setup() {
        this.orm = useService("orm");
        this.body = useRef("body");
        this.state = useState({ opened: 0, words: "" });
        onWillStart(async () => {
            const page = await this.orm.call("vsoko.guide", "get_page", [
                this.props.tag,
                this.props.model,
            ]);
            this.sections = page.sections.map((section, number) => this.prepare(section, number));
            const mine = await Promise.all(TOURS.map(({ group }) => user.hasGroup(group)));
            this.shows = TOURS.filter((_tour, place) => mine[place]);
            this.state.opened = this.sections.findIndex((one) => one.title === page.opened);
        });
    }

    prepare({ title, level, html }, number) {
        const text = new DOMParser().parseFromString(html, "text/html").body.textContent;
        return { number, title, level, text, html: markup(html) };
    }

    get opened() {
        return this.sections[this.state.opened];
    }

    /** What stands in the section that is open: itself, and the smaller ones that follow it. */
    get shown() {
        const rest = this.sections.slice(this.state.opened + 1);
        const end = rest.findIndex((section) => section.level <= this.opened.level);
        return [this.opened, ...rest.slice(0, end < 0 ? rest.length : end)];
    }

    /** Chapters of the contents: the title of the whole guide is none of them. */
    get contents() {
        return this.sections.filter((section) => section.level > 1);
    }

    get words() {
        return folded(this.state.words).split(/\s+/).filter((word) => word.length > 1);
    }

    /** Sections that have every word, those with it in the title first. */
    get found() {
        const has = (text) => this.words.every((word) => folded(text).includes(word));
        const titled = this.contents.filter((section) => has(section.title));
        const others = this.contents.filter(
            (section) => !titled.includes(section) && has(`${section.title} ${section.text}`)
        );
        return [...titled, ...others];
    }

    /** The words around the first one that was looked for. */
    excerpt(section) {
        const at = Math.max(0, folded(section.text).indexOf(this.words[0]) - AROUND);
        const text = section.text.slice(at, at + 3 * AROUND).trim();
        return `${at ? "…" : ""}${text}…`;
    }

    /** Guide the user step by step on the screen itself. */
    async show(tour) {
        // the services themselves: those of the dialog end with it
        const { action, orm, tour_service } = this.env.services;
        this.props.close();
        await action.doAction(tour.action, { clearBreadcrumbs: true });
        await tour_service.startTour(tour.name, { mode: "manual", redirect: false });
        // Odoo has switched its own tours on with it; they would begin at the next login
        await orm.call("res.users", "switch_tour_enabled", [false]);
    }

    open(section) {
        Object.assign(this.state, { opened: section.number, words: "" });
        this.body.el?.scrollTo(0, 0);
    }
}

/** «?» beside the name of the user: the guide about the page that is open. */
export class GuideButton extends Component {
    static template = "vsoko_module.GuideButton";
    static props = {};

    setup() {
        this.action = useService("action");
        this.dialog = useService("dialog");
    }

    open() {
        const action = this.action.currentController?.action ?? {};
        this.dialog.add(GuideDialog, { tag: action.tag || "", model: action.res_model || "" });
    }
}

registry
    .category("systray")
    .add("vsoko_module.guide", { Component: GuideButton }, { sequence: 30 });
