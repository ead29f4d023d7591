"""Sheets of experts have states of their own for what a date said, and a link to the register."""


def migrate(cr, _version):
    cr.execute(
        """
        UPDATE vsoko_observation
           SET state = 'acquainted',
               teacher_answer = CASE WHEN trim(COALESCE(teacher_opinion, '')) = '' THEN 'agree'
                                     ELSE 'own_opinion' END
         WHERE state = 'complete' AND acknowledged_date IS NOT NULL
        """
    )
    # only what one programme of the school and year can be meant by; all texts stay
    cr.execute(
        """
        UPDATE vsoko_observation sheet SET programme_id = found.id
          FROM (SELECT company_id, year_id, lower(trim(name)) AS name, min(id) AS id
                  FROM vsoko_programme
                 GROUP BY company_id, year_id, lower(trim(name)) HAVING count(*) = 1) found
         WHERE sheet.programme_id IS NULL AND sheet.company_id = found.company_id
           AND sheet.year_id = found.year_id AND lower(trim(sheet.programme_name)) = found.name
        """
    )
