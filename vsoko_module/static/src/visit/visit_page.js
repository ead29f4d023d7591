import {
    Component,
    onWillStart,
    onWillUnmount,
    status,
    useExternalListener,
    useState,
} from "@odoo/owl";
import { browser } from "@web/core/browser/browser";
import { deserializeDate, formatDate } from "@web/core/l10n/dates";
import { _t } from "@web/core/l10n/translation";
import { ConnectionLostError, RPCError } from "@web/core/network/rpc";
import { registry } from "@web/core/registry";
import { useService } from "@web/core/utils/hooks";
import { useSetupAction } from "@web/search/action_hook";
import { Layout } from "@web/search/layout";
import { standardActionServiceProps } from "@web/webclient/actions/action_service";
import { Visit } from "./visit";
import { VisitCriterion } from "./visit_criterion";
import { VisitStart } from "./visit_start";
import { VisitStore } from "./visit_store";

const SHEET = "vsoko.observation";
// what was touched is sent so often; without an answer ever more seldom, up to five minutes
const PAUSE = 20000;
const LONGEST_PAUSE = 300000;

/**
 * Visits of lessons on a phone: every touch is kept in the browser and sent when it can be.
 *
 * An open page survives a lost connection; a closed one cannot be opened without a connection.
 */
export class VisitPage extends Component {
    static template = "vsoko_module.VisitPage";
    static components = { Layout, VisitCriterion, VisitStart };
    static props = { ...standardActionServiceProps };

    display = { controlPanel: {} };

    setup() {
        this.orm = useService("orm");
        this.action = useService("action");
        this.store = new VisitStore();
        this.state = useState({
            page: null,
            visits: [],
            current: null,
            isStarting: false,
            isOffline: false,
            isLost: false,
            isKept: true,
            refusal: "",
            note: "",
            now: 0,
        });
        this.pause = PAUSE;
        useSetupAction({
            beforeLeave: () => this.leave(),
            beforeUnload: (event) => this.unsent.length && event.preventDefault(),
        });
        useExternalListener(window, "online", () => this.sendNow());
        onWillStart(() => this.load());
        const clock = browser.setInterval(() => this.state.now++, 1000);
        this.plan();
        onWillUnmount(() => {
            browser.clearInterval(clock);
            browser.clearTimeout(this.next);
        });
    }

    async load() {
        const page = await this.orm.call(SHEET, "get_visit_page");
        const kept = await this.store.readAll();
        const held = new Map(kept.map((record) => [record.id || record.uuid, record]));
        const known = page.visits.filter(({ id, uuid }) => !held.has(id) && !held.has(uuid));
        Object.assign(this.state, {
            page,
            visits: [...kept, ...known].map((data) => new Visit(data)),
            current: null,
        });
        const asked = this.props.action.context.visit_id;
        const visit = asked && this.state.visits.find(({ id }) => id === asked);
        if (visit) {
            await this.open(visit);
        }
    }

    get current() {
        return this.state.current;
    }

    get rubric() {
        return this.rubricOf(this.current);
    }

    rubricOf({ rubric_id }) {
        return this.state.page.rubrics.find(({ id }) => id === rubric_id);
    }

    get unsent() {
        return this.state.visits.filter(({ isChanged }) => isChanged);
    }

    dayOf(visit) {
        return visit.date ? formatDate(deserializeDate(visit.date)) : "";
    }

    nameOf(visit) {
        const { name } = this.rubricOf(visit) || { name: "" };
        return [visit.class, visit.subject, visit.teacher].filter(Boolean).join(" · ") || name;
    }

    /** Where the sheet lies now. */
    placeOf({ isChanged, isKept, id }) {
        if (isChanged && !isKept) {
            return _t("In the open page alone");
        }
        if (isChanged) {
            return this.state.isOffline
                ? _t("No connection: on the phone, sent when the connection is back")
                : _t("On the phone, not sent yet");
        }
        return id ? _t("On the server") : _t("Nothing to keep yet");
    }

    /** The less outlives the page, the louder. */
    colourOf({ isChanged, isKept }) {
        const waiting = isKept ? "text-warning" : "text-danger";
        return isChanged ? waiting : "text-success";
    }

    get clock() {
        // read, so that each second is drawn
        return this.state.now >= 0 && this.current.started
            ? luxon.Duration.fromObject({ seconds: this.current.seconds }).toFormat("mm:ss")
            : "--:--";
    }

    begin(data) {
        this.state.isStarting = false;
        this.state.visits.push(new Visit({ ...data, date: this.state.page.today, state: "new" }));
        this.state.current = this.state.visits.at(-1);
        this.current.start();
    }

    async open(visit) {
        this.state.isLost = false;
        this.state.current = visit;
        if (visit.isChanged) {
            visit.takeOver();
            await this.store.keep(visit.toRecord(), true);
        }
    }

    async close() {
        await this.sendNow();
        this.state.current = null;
    }

    /** Keep what was just touched; the end of keeping is the end of the touch. */
    async keep() {
        const visit = this.current;
        visit.start();
        const { touches } = visit;
        const isKept = await this.store.keep(visit.toRecord());
        this.state.isKept = this.store.canKeep;
        this.state.isLost = this.store.canKeep && !isKept;
        visit.kept = isKept ? touches : visit.kept;
    }

    choose(key, points) {
        this.current.choose(key, points);
        return this.keep();
    }

    writeNote(key, note) {
        this.current.writeNote(key, note);
        return this.keep();
    }

    addNote() {
        if (this.state.note.trim()) {
            this.current.addNote(this.state.note);
            this.state.note = "";
            return this.keep();
        }
    }

    writeNotes(notes) {
        this.current.writeNotes(notes);
        return this.keep();
    }

    onNoteKey(event) {
        if (event.key === "Enter") {
            event.preventDefault();
            this.addNote();
        }
    }

    plan() {
        browser.clearTimeout(this.next);
        if (status(this) !== "destroyed") {
            this.next = browser.setTimeout(() => this.send(), this.pause);
        }
    }

    sendNow() {
        this.pause = PAUSE;
        return this.send();
    }

    /** One sending at a time: who comes meanwhile waits for it. */
    send() {
        this.sending ||= this.sendAll().finally(() => {
            this.sending = null;
            this.plan();
        });
        return this.sending;
    }

    async sendAll() {
        try {
            for (const visit of this.unsent.filter(({ isTouched, id }) => isTouched || id)) {
                await this.sendOne(visit);
            }
            Object.assign(this.state, { isOffline: false, refusal: "" });
            this.pause = PAUSE;
        } catch (error) {
            this.pause = Math.min(2 * this.pause, LONGEST_PAUSE);
            this.takeError(error);
        }
    }

    async sendOne(visit) {
        const { page, touches, uuid } = visit;
        const sent = visit.toSend();
        const answer = await this.orm.silent.call(SHEET, "keep_visit", [sent]);
        visit.takeAnswer(answer, sent);
        await this.store.forget({ uuid, page, touches });
    }

    /** What could not be sent stays on the phone; people are told why. */
    takeError(error) {
        if (error instanceof ConnectionLostError) {
            this.state.isOffline = true;
        } else if (error instanceof RPCError) {
            this.state.refusal = error.data?.message || error.message;
        } else {
            throw error;
        }
    }

    async leave() {
        await this.sendNow();
        return true;
    }

    /** Both versions beside one another, where one is chosen. */
    compare() {
        return this.action.doAction("vsoko_module.vsoko_observation_version_action");
    }

    /** At the desk: conclusions, recommendations, completion. */
    async openSheet() {
        await this.sendNow();
        if (this.current.id) {
            await this.action.doAction({
                type: "ir.actions.act_window",
                res_model: SHEET,
                res_id: this.current.id,
                views: [[false, "form"]],
            });
        }
    }
}

registry.category("actions").add("vsoko_visit_page", VisitPage);
