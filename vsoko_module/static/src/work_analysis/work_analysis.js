import { Component, onWillStart } from "@odoo/owl";
import { _t } from "@web/core/l10n/translation";
import { registry } from "@web/core/registry";
import { formatFloat } from "@web/core/utils/numbers";
import { useService } from "@web/core/utils/hooks";
import { Layout } from "@web/search/layout";
import { standardActionServiceProps } from "@web/webclient/actions/action_service";

const HEAT = [
    [50, "o_vsoko_status_critical"],
    [65, "o_vsoko_status_acceptable"],
    [101, "o_vsoko_status_optimal"],
];

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
        enough: _t("The number of pupils is enough to judge by."),
        rough: _t("From 20 to 49 pupils: a rough picture only."),
        unsafe: _t("Fewer than 20 pupils: the shape of the distribution says little."),
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

    get figures() {
        const { mean, median, percent, variation, alpha, alpha_interval, sem, ferguson } =
            this.page.figures;
        return [
            [_t("Wrote"), this.page.n, ""],
            [_t("Mean points"), this.number(mean, 2), _t("of %s", this.page.maximum)],
            [_t("Median"), this.number(median, 1), ""],
            [_t("Work done"), this.percent(percent), _t("share of the possible points")],
            [_t("Spread of results"), this.percent(variation), this.readVariation(variation)],
            [
                _t("Reliability (Cronbach's alpha)"),
                this.number(alpha, 2),
                this.readAlpha(alpha, alpha_interval),
            ],
            [_t("Error of a result"), this.number(sem, 2), _t("points up or down")],
            [_t("Ferguson's delta"), this.number(ferguson, 2), this.readFerguson(ferguson)],
        ];
    }

    get journalRemark() {
        return _t(
            "More than %s per cent of the marks differ in one direction: this calls for additional study and proves nothing by itself.",
            this.page.objectivity.threshold
        );
    }

    get peakRemark() {
        return _t(
            "Peaks at the borders of marks (%s) call for additional study.",
            this.page.distribution.peaks.join(", ")
        );
    }

    get crossingRemark() {
        return _t(
            "In tasks %s a group with a lower mark did better than one with a higher mark: study them.",
            this.page.groups.crossings.join(", ")
        );
    }

    readVariation(value) {
        if (value === null) {
            return "";
        }
        return value < 15 ? _t("homogeneous") : value <= 30 ? _t("moderate") : _t("heterogeneous");
    }

    readAlpha(value, interval) {
        if (value === null) {
            return _t("not enough data");
        }
        const reading = value >= 0.8 ? _t("good") : value >= 0.7 ? _t("acceptable") : _t("low");
        const bounds = interval.map((bound) => this.number(bound, 2)).join("…");
        return `${reading}, ${bounds}`;
    }

    readFerguson(value) {
        if (value === null) {
            return "";
        }
        return value > 0.9 ? _t("tells pupils apart well") : _t("tells pupils apart poorly");
    }

    levelFrom(level) {
        return _t("from %s per cent", this.number(level.from, 0));
    }

    number(value, digits) {
        return value === null ? "—" : formatFloat(value, { digits: [16, digits] });
    }

    percent(value) {
        return value === null ? "—" : `${this.number(value, 1)} %`;
    }

    heat(value) {
        return value === null ? "" : HEAT.find(([bound]) => value < bound)[1];
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
