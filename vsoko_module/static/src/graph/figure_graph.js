import { registry } from "@web/core/registry";
import { GraphModel } from "@web/views/graph/graph_model";
import { graphView } from "@web/views/graph/graph_view";

/**
 * A graph of figures: a period without data is a gap and never 0. The server gives no value where
 * figures of several kinds or units meet, so these are not drawn over one axis.
 */
export class FigureGraphModel extends GraphModel {
    hasData() {
        return this.dataPoints.some((point) => point.value !== null);
    }

    async _loadDataPoints(metaData) {
        const [points, currencies] = await super._loadDataPoints(metaData);
        for (const point of points) {
            point.value = point.value === false ? null : point.value;
        }
        return [points, currencies];
    }

    _getData(...args) {
        const data = super._getData(...args);
        for (const dataset of data.datasets) {
            // a place that no point has filled has no domain
            dataset.data = dataset.data.map((value, place) =>
                dataset.domains[place].length ? value : null
            );
        }
        return data;
    }
}

registry.category("views").add("vsoko_figure_graph", { ...graphView, Model: FigureGraphModel });
