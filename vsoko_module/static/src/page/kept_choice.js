import { router } from "@web/core/browser/router";
import { useSetupAction } from "@web/search/action_hook";

/**
 * What a page was asked to show stays in its address: Back, a reload and a link that was sent on
 * open the same.
 *
 * @param {Object} props of the client action
 * @param {string[]} names of the parts of the choice, plain values all of them
 * @param {() => Object} read what is chosen now
 * @returns {{begun: Object, keep: () => void}} what to begin with; `keep` is called after a choice
 */
export function useKeptChoice(props, names, read) {
    const pick = (values) =>
        Object.fromEntries(
            names.filter((name) => values?.[name]).map((name) => [name, values[name]])
        );
    useSetupAction({ getLocalState: () => read() });
    // on the way from another page the address is still that of the other page
    const { action } = props;
    const isHere = [action.path, action.id, action.tag].includes(router.current.action);
    const begun = props.state || (isHere ? pick(router.current) : {});
    return { begun, keep: () => props.updateActionState?.({ ...blank(names), ...pick(read()) }) };
}

function blank(names) {
    return Object.fromEntries(names.map((name) => [name, undefined]));
}
