# what a member of the governing council reads of its meetings, field by field; reviewed by hand
_ROW = {"id", "display_name", "create_date", "write_date", "company_id", "is_mine", "is_kept"}
# whether somebody waits or writes: what mail.thread lets its readers see
_THREAD = {
    "activity_exception_decoration", "activity_exception_icon", "activity_type_icon",
    "has_message", "message_has_error", "message_has_error_counter", "message_has_sms_error",
    "message_is_follower", "message_needaction", "message_needaction_counter",
}  # fmt: skip
COUNCIL_READS = {
    "vsoko.body": {
        *_ROW,
        "active", "case", "chair_id", "date_from", "date_to", "founding_date", "founding_text",
        "has_casting_vote", "kind", "majority_base", "majority_den", "majority_num",
        "majority_strict", "majority_text", "meetings_min", "member_count", "member_ids",
        "minutes_days", "name", "notice_days", "quorum_base", "quorum_den", "quorum_num",
        "quorum_strict", "quorum_text", "secretary_id", "sequence", "term_months",
    },
    "vsoko.commission.sheet": {
        "id", "display_name", "company_id", "is_mine", "is_kept",
        "appeal_answer", "appeal_text", "appeal_until", "appealed_at", "commission_id",
        "is_numbered", "line_ids", "minutes_text", "name", "period_end", "period_name",
        "shown_date", "state", "total",
    },
    "vsoko.commission.line": {
        "id", "display_name", "company_id", "is_mine", "is_kept",
        "checked", "claimed", "commission_id", "final", "given", "group_name", "maximum", "name",
        "program_points", "reason", "records", "records_text", "sequence", "sheet_id", "source",
        "state", "unit", "value",
    },
    "vsoko.body.member": {
        *_ROW,
        "body_id", "capacity", "date_from", "date_to", "has_vote", "is_present", "kind", "name",
    },
    "vsoko.meeting": {
        *_ROW,
        *_THREAD,
        "appendices", "attendance_ids", "body_id", "cancel_reason", "chair_id",
        "correction_ids", "date_start", "form", "guests", "has_quorum", "hours", "invited_date",
        "is_extraordinary", "is_locked", "item_ids", "kind", "number", "place", "quorum_base",
        "quorum_den", "quorum_num", "quorum_strict", "quorum_text", "resolution_ids",
        "roll_members", "roll_present", "secretary_id", "signed_date", "state",
    },
    "vsoko.meeting.attendance": {
        *_ROW,
        "body_id", "has_vote", "is_locked", "meeting_id", "meeting_state", "member_id", "name",
        "presence", "reason",
    },
    "vsoko.meeting.correction": {
        *_ROW,
        "body_id", "meeting_id", "name",
    },
    "vsoko.meeting.item": {
        *_ROW,
        "abstained", "against", "body_id", "casting_vote", "heard", "in_favour", "is_locked",
        "is_postponed", "kind", "majority_base", "majority_den", "majority_num",
        "majority_strict", "material_ids", "meeting_id", "meeting_state", "members_at_vote",
        "method", "minutes", "name", "origin", "place", "present_at_vote", "proposal_id",
        "resolution_ids", "result", "separate_opinion", "sequence", "speaker", "speeches",
        "vote_number", "vote_text",
    },
    "vsoko.meeting.material": {
        *_ROW,
        "body_id", "content", "is_locked", "is_published", "is_sent", "item_id", "meeting_id",
        "meeting_state", "name",
    },
    "vsoko.meeting.proposal": {
        *_ROW,
        "answer", "author_name", "body_id", "meeting_id", "name", "reason", "state",
    },
    "vsoko.request": {
        *_ROW,
        *_THREAD,
        "answered_on", "asker", "asker_kind", "author_id", "body_id", "date", "days", "details",
        "due_date", "given_answer", "is_locked", "is_overdue", "name", "published_ids", "state",
    },
    "vsoko.resolution": {
        *_ROW,
        *_THREAD,
        "body_id", "deadline", "done_date", "is_locked", "is_overdue", "item_id", "meeting_id",
        "meeting_state", "name", "number", "outcome", "responsible", "sequence", "state",
        "vote_text",
    },
}  # fmt: skip
