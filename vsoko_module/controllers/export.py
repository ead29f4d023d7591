from odoo.addons.web.controllers import export


class GroupsTreeNode(export.GroupsTreeNode):
    """Groups of an exported list.

    The original adds up and averages the cells of the file, which knows nothing of periods and of
    what a percentage is made of, so groups of figures and facts get no totals.
    """

    def _get_aggregated_field_names(self):
        if hasattr(self._model, "_totals_ratios"):
            return []
        return super()._get_aggregated_field_names()


export.GroupsTreeNode = GroupsTreeNode
