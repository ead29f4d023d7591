import { _t } from "@web/core/l10n/translation";
import { registry } from "@web/core/registry";
import { Interaction } from "@web/public/interaction";

/** What a person has filled in stays in this tab of this browser alone, until it is sent. */
const draftKey = (campaign) => `vsoko-survey-${campaign}`;

/**
 * One section at a time, the code from the fragment of the address, a draft in the browser.
 * Without scripts the page is one long form that works as well.
 */
class SurveyPage extends Interaction {
    static selector = ".o_vsoko_survey_form";
    dynamicContent = {
        ".o_vsoko_survey_next": { "t-on-click": () => this.turn(1) },
        ".o_vsoko_survey_back": { "t-on-click": () => this.turn(-1) },
        _root: { "t-on-change": () => this.keep() },
    };

    start() {
        this.sections = [...this.el.querySelectorAll(".o_vsoko_survey_section")];
        this.place = 0;
        this.readCode();
        this.restore();
        this.show();
    }

    readCode() {
        const code = decodeURIComponent(window.location.hash.slice(1));
        if (code) {
            this.el.elements.code.value = code;
            window.history.replaceState(null, "", window.location.pathname);
        }
    }

    turn(step) {
        const open = [this.el.elements.code, ...this.inputs(this.sections[this.place])];
        if (step > 0 && open.some((input) => !input.reportValidity())) {
            return;
        }
        this.place += step;
        this.show();
        window.scrollTo(0, 0);
    }

    inputs(section) {
        return section ? [...section.querySelectorAll("input, textarea")] : [];
    }

    show() {
        const last = this.sections.length - 1;
        this.sections.forEach((section, place) => {
            section.classList.toggle("d-none", place !== this.place);
        });
        const button = (name) => this.el.querySelector(`.o_vsoko_survey_${name}`).classList;
        button("back").toggle("d-none", this.place === 0);
        button("next").toggle("d-none", this.place >= last);
        button("send").toggle("d-none", this.place < last);
        this.el.querySelector(".o_vsoko_survey_code").classList.toggle("d-none", this.place !== 0);
        this.el.querySelector(".o_vsoko_survey_progress").textContent =
            last > 0 ? _t("Page %(place)s of %(all)s", { place: this.place + 1, all: last + 1 }) : "";
    }

    keep() {
        const kept = Object.fromEntries(new FormData(this.el));
        delete kept.csrf_token;
        delete kept.code;
        window.sessionStorage.setItem(draftKey(this.el.dataset.campaign), JSON.stringify(kept));
    }

    restore() {
        const kept = window.sessionStorage.getItem(draftKey(this.el.dataset.campaign));
        for (const [name, value] of Object.entries(JSON.parse(kept || "{}"))) {
            const input = this.el.elements[name];
            if (input && !input.value) {
                input.value = value;
            }
        }
    }
}

/** What was sent is forgotten by the browser too. */
class SurveyThanks extends Interaction {
    static selector = ".o_vsoko_survey_thanks";

    start() {
        window.sessionStorage.removeItem(draftKey(this.el.dataset.campaign));
    }
}

registry.category("public.interactions").add("vsoko_module.survey_page", SurveyPage);
registry.category("public.interactions").add("vsoko_module.survey_thanks", SurveyThanks);
