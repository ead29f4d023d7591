import { patch } from "@web/core/utils/patch";
import { FIELD_WIDTHS } from "@web/views/list/column_width_hook";
import { ListRenderer } from "@web/views/list/list_renderer";

const LEAST = 80;
// in pixels: what the font of a heading may have more than was measured
const SPARE = 4;
const BADGE = 16;
// on a phone names go into lines, and most of their words fit in one
const NAME = 116;
const NAMES = ["char", "many2one"];
const paper = document.createElement("canvas").getContext("2d");
const roomy = new WeakMap();

function longestWord(text) {
    const { fontFamily, fontSize } = getComputedStyle(document.body);
    paper.font = `bold ${fontSize} ${fontFamily}`;
    return Math.max(...text.split(/\s/).map((word) => paper.measureText(word).width));
}

function ownWidth(column) {
    const width = column.field.listViewWidth || FIELD_WIDTHS[column.widget || column.fieldType];
    if (typeof width !== "function") {
        return width || [LEAST];
    }
    return width({ type: column.fieldType, hasLabel: column.hasLabel, options: column.options });
}

function badgeRoom(column, field) {
    const words = column.widget === "badge" && field.selection?.map(([, label]) => label).join(" ");
    return words ? longestWord(words) + BADGE : 0;
}

/**
 * Odoo gives columns of numbers and ticks the room of their values: a long Russian word above them
 * is broken anywhere. A column is at least as wide as the longest word of its heading and of the
 * states in its badges.
 */
function withRoom(column, field, isSmall) {
    const name = isSmall && NAMES.includes(column.fieldType) ? NAME : 0;
    const words = Math.max(longestWord(column.label), badgeRoom(column, field), name);
    const room = Math.ceil(words) + SPARE;
    const width = ownWidth(column);
    const [least, most] = Array.isArray(width) ? width : [width, width];
    if (room <= least) {
        return column;
    }
    const listViewWidth = [room, most && Math.max(most, room)];
    return { ...column, field: { ...column.field, listViewWidth } };
}

function isGuessed(column) {
    return column.type === "field" && column.hasLabel && column.label && !column.attrs?.width;
}

patch(ListRenderer.prototype, {
    getActiveColumns() {
        return super.getActiveColumns().map((column) => {
            if (!isGuessed(column)) {
                return column;
            }
            if (!roomy.has(column)) {
                const field = this.props.list.fields[column.name];
                roomy.set(column, withRoom(column, field, this.env.isSmall));
            }
            return roomy.get(column);
        });
    },
});
