/** Type into a field of links and take what the list offers. */
export function choose(field, text, chosen = `.o_field_widget[name=${field}]`) {
    return [
        { trigger: `.o_field_widget[name=${field}] input`, run: `edit ${text}` },
        {
            trigger: `.o-autocomplete--dropdown-item:not(.o_m2o_dropdown_option):contains(${text}) a`,
            run: "click",
        },
        { trigger: chosen },
    ];
}
