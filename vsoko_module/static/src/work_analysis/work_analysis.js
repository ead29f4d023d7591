import { Component, onWillStart } from "@odoo/owl";
import { _t } from "@web/core/l10n/translation";
import { registry } from "@web/core/registry";
import { useService } from "@web/core/utils/hooks";
import { Layout } from "@web/search/layout";
import { standardActionServiceProps } from "@web/webclient/actions/action_service";
import { formatNumber } from "../figures/format";
import { pointsText } from "../score_sheet/cell";

/** One work: its figures in words, tasks, distribution, groups, elements, the journal. */
export class WorkAnalysis extends Component {
    static template = "vsoko_module.WorkAnalysis";
    static components = { Layout };
    static props = { ...standardActionServiceProps };

    display = { controlPanel: {} };
    readings = {
        sufficient: _t("sufficient"),
        grey: _t("borderline"),
        insufficient: _t("insufficient"),
    };
    tiers = {
        enough: _t("50 pupils and more: enough to judge by."),
        rough: _t("From 20 to 49 pupils: a rough picture only."),
        unsafe: _t("Fewer than 20 pupils: too few to judge by."),
    };

    setup() {
        this.orm = useService("orm");
        onWillStart(async () => {
            this.page = await this.orm.call("vsoko.assessment", "get_analysis_page", [
                this.props.action.context.active_id,
            ]);
        });
    }

    get highest() {
        return Math.max(1, ...this.page.distribution.bars.map((bar) => bar.count));
    }

    get journalRemark() {
        const { threshold, needs_study } = this.page.objectivity;
        return needs_study
            ? _t(
                  "More than %s per cent of the marks differ in one direction: this calls for additional study and proves nothing by itself.",
                  threshold
              )
            : _t("Not more than %s per cent of the marks differ in either direction.", threshold);
    }

    get smallGroups() {
        return _t(
            "Groups of fewer than %s pupils are grey and are not compared (recommendations of FIOKO, 2026).",
            this.page.groups.least
        );
    }

    get peakRemark() {
        return _t(
            "Peaks at the borders of marks (%s) call for additional study.",
            this.page.distribution.peaks.map(pointsText).join(", ")
        );
    }

    get crossingRemark() {
        return _t(
            "In tasks %s a group with a lower mark did better than one with a higher mark: study them.",
            this.page.groups.crossings.join(", ")
        );
    }

    levelFrom(level) {
        return _t("from %s per cent", formatNumber(level.from, 1, { trailingZeros: false }));
    }

    points(value) {
        return pointsText(value);
    }

    number(value, digits) {
        return value === null ? "—" : formatNumber(value, digits);
    }

    percent(value) {
        return value === null ? "—" : `${this.number(value, 1)} %`;
    }

    readingClass(reading) {
        return {
            sufficient: "o_vsoko_status_optimal",
            grey: "o_vsoko_status_acceptable",
            insufficient: "o_vsoko_status_critical",
        }[reading];
    }
}

registry.category("actions").add("vsoko_work_analysis", WorkAnalysis);
