"""Actions that were made from a finding about a factor or from directions of training say so."""


def migrate(cr, _version):
    cr.execute(
        "UPDATE vsoko_action SET origin = 'factor'"
        " WHERE factor_finding_id IS NOT NULL AND origin = 'manual'"
    )
    cr.execute(
        """
        UPDATE vsoko_action SET origin = 'training'
         WHERE origin = 'manual'
           AND id IN (SELECT action_id FROM vsoko_training_need WHERE action_id IS NOT NULL)
        """
    )
