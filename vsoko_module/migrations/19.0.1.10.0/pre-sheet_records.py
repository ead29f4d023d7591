"""Each record of a sheet says what it gives: until now all gave the points of their criterion, and
whoever took part in an event got them in full. Schemes that are approved stay as they are."""


def migrate(cr, _version):
    cr.execute("ALTER TABLE vsoko_sheet_criterion ADD COLUMN IF NOT EXISTS sharing varchar")
    cr.execute("UPDATE vsoko_sheet_criterion SET sharing = 'each' WHERE sharing IS NULL")
    cr.execute(
        "ALTER TABLE vsoko_sheet_evidence ADD COLUMN IF NOT EXISTS points numeric,"
        " ADD COLUMN IF NOT EXISTS sharers int4"
    )
    cr.execute(
        """
        UPDATE vsoko_sheet_evidence evidence SET points = criterion.points_each, sharers = 1
          FROM vsoko_sheet_line line
          JOIN vsoko_sheet_criterion criterion ON criterion.id = line.criterion_id
         WHERE line.id = evidence.line_id AND evidence.points IS NULL
        """
    )
