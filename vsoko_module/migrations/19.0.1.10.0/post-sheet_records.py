"""Each record of a sheet says what it gives: until now all gave the points of their criterion."""


def migrate(cr, _version):
    cr.execute(
        """
        UPDATE vsoko_sheet_evidence evidence SET points = criterion.points_each
          FROM vsoko_sheet_line line
          JOIN vsoko_sheet_criterion criterion ON criterion.id = line.criterion_id
         WHERE line.id = evidence.line_id AND evidence.points IS NULL
        """
    )
