import { markup } from "@odoo/owl";

/**
 * An action that a page has got from a method of the server. Odoo reads the text of an empty list
 * as HTML for what buttons of forms return alone: a page of ours would show the tags.
 *
 * @param {Object|false} action as the server has it
 * @returns {Object|false} what `doAction` takes
 */
export function returnedAction(action) {
    return action?.help ? { ...action, help: markup(action.help) } : action;
}
