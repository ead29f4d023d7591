"""SQL of what a family reads of its own child: each is one JSON list about `student`."""

# the planned results of the newest year with points that the child has not reached; while a work
# in the subject is being entered, its points are nobody's news yet
GAPS = """
    SELECT json_agg(json_build_object(
               'subject', subject.name, 'name', COALESCE(content.name, skill.name),
               'day', total.last_date)
               ORDER BY total.points / NULLIF(total.max_points, 0), total.id)
      FROM vsoko_element_total total
      JOIN vsoko_subject subject ON subject.id = total.subject_id
      LEFT JOIN vsoko_content_element content
        ON total.kind = 0 AND content.id = total.element_id
      LEFT JOIN vsoko_skill skill ON total.kind = 1 AND skill.id = total.element_id
     WHERE total.student_id = student.id AND total.state = 'not_reached'
       AND total.year_id = (
           SELECT newest.id
             FROM vsoko_element_total own
             JOIN vsoko_year newest ON newest.id = own.year_id
            WHERE own.student_id = student.id
            ORDER BY newest.date_start DESC LIMIT 1)
       AND NOT EXISTS (
           SELECT 1
             FROM vsoko_result result
             JOIN vsoko_assessment work ON work.id = result.assessment_id
            WHERE result.student_id = student.id AND work.subject_id = total.subject_id
              AND work.year_id = total.year_id AND work.state = 'collecting')
"""
ACHIEVEMENTS = """
    SELECT json_agg(json_build_object(
               'day', line.date, 'event', line.event, 'level', line.level, 'kind', line.kind,
               'result', line.result, 'is_team', line.is_team) ORDER BY line.date DESC, line.id)
      FROM vsoko_achievement line
      JOIN vsoko_achievement_vsoko_student_rel rel ON rel.vsoko_achievement_id = line.id
     WHERE rel.vsoko_student_id = student.id
"""
# who has answered is known to nobody: a survey is named to all families of its classes
SURVEYS = """
    SELECT json_agg(json_build_object(
               'id', campaign.id, 'name', campaign.name, 'audience', campaign.audience,
               'until', campaign.date_end) ORDER BY campaign.date_end, campaign.id)
      FROM vsoko_survey_campaign campaign
     WHERE campaign.state = 'open' AND campaign.audience IN ('parents', 'pupils')
       AND %(today)s BETWEEN campaign.date_start AND campaign.date_end
       AND EXISTS (
           SELECT 1
             FROM vsoko_survey_group asked
             JOIN vsoko_enrolment stay ON stay.class_id = asked.class_id
            WHERE asked.campaign_id = campaign.id AND stay.student_id = student.id
              AND stay.date_from <= %(today)s
              AND (stay.date_to IS NULL OR stay.date_to > %(today)s))
"""
CONSENTS = """
    SELECT json_agg(json_build_object(
               'kind', consent.kind, 'day', consent.date, 'until', consent.date_until)
               ORDER BY consent.date DESC, consent.id)
      FROM vsoko_consent consent
     WHERE consent.student_id = student.id AND consent.date <= %(today)s
       AND (consent.date_until IS NULL OR consent.date_until >= %(today)s)
       AND (consent.date_withdrawn IS NULL OR consent.date_withdrawn > %(today)s)
"""
