import { serializeDateTime } from "@web/core/l10n/dates";

const NOT_APPLICABLE = "na";

function makeHex(bytes) {
    const values = crypto.getRandomValues(new Uint8Array(bytes));
    return [...values].map((value) => value.toString(16).padStart(2, "0")).join("");
}

/** `crypto.randomUUID` exists only under https, and a school may not have it. */
function makeUuid() {
    const hex = makeHex(16);
    return [8, 12, 16, 20, 32]
        .map((end, place, ends) => hex.slice(ends[place - 1] || 0, end))
        .join("-");
}

/**
 * One sheet in an open page: what was touched, and on which versions it rests.
 *
 * A version is named by the page and the number of its touches and covers all earlier ones of the
 * page, so it does not matter which of them the server has got.
 */
export class Visit {
    /** @param {Object} data as the server gives a sheet, as the phone keeps it, or a new one */
    constructor(data) {
        Object.assign(this, { id: false, topic: "", started: "", answers: {}, notes: "" }, data);
        this.uuid ||= makeUuid();
        this.seen = data.seen || [data.version].filter(Boolean);
        this.page = data.page || makeHex(8);
        this.touches = data.touches || 0;
        // so many of the touches outlive the open page
        this.kept = this.touches;
        this.isChanged = Boolean(data.seen);
        // the server keeps this content beside another one
        this.isBeside = Boolean(data.other);
    }

    get versionName() {
        return `${this.page}-${this.touches}`;
    }

    /** Go on from what another page has touched, be it open still or killed. */
    takeOver() {
        this.seen.push(this.versionName);
        this.page = makeHex(8);
    }

    answer(key) {
        return this.answers[key] || {};
    }

    /** What is chosen once more is taken back: a touch by mistake is no answer. */
    choose(key, points) {
        const { points: before, ...rest } = this.answer(key);
        this.put(key, before === points ? rest : { ...rest, points });
    }

    writeNote(key, note) {
        const { note: _before, ...rest } = this.answer(key);
        this.put(key, note.trim() ? { ...rest, note: note.trim() } : rest);
    }

    put(key, answer) {
        const { [key]: _before, ...others } = this.answers;
        this.answers = Object.keys(answer).length ? { ...others, [key]: answer } : others;
        this.touch();
    }

    /** A note of a minute is a line of its own. */
    addNote(text) {
        const minute = Math.floor(this.seconds / 60);
        const line = this.started ? `${minute}′ ${text.trim()}` : text.trim();
        this.writeNotes(this.notes ? `${this.notes}\n${line}` : line);
    }

    writeNotes(notes) {
        this.notes = notes;
        this.touch();
    }

    start() {
        this.started ||= serializeDateTime(luxon.DateTime.now());
    }

    /** Seconds since the beginning; 0 before it. */
    get seconds() {
        const start = luxon.DateTime.fromSQL(this.started, { zone: "utc" });
        return this.started ? Math.max(0, Math.floor(-start.diffNow("seconds").seconds)) : 0;
    }

    touch() {
        this.touches += 1;
        this.isChanged = true;
    }

    get isKept() {
        return this.kept === this.touches;
    }

    get isTouched() {
        return Boolean(Object.keys(this.answers).length || this.notes.trim());
    }

    answered(criteria) {
        return criteria.filter(({ key }) => this.answer(key).points !== undefined).length;
    }

    /** As the phone keeps it: plain values, which what a page watches is not. */
    toRecord() {
        const { isChanged: _changed, isBeside: _beside, kept: _kept, ...record } = this;
        return JSON.parse(JSON.stringify(record));
    }

    /** As the server gets it. */
    toSend() {
        const { uuid, versionName, seen, rubric_id, date, topic, started, answers, notes } = this;
        const about = { class_id: this.class_id || false, subject_id: this.subject_id || false };
        return JSON.parse(
            JSON.stringify({
                id: this.id || false,
                uuid,
                version: versionName,
                seen,
                rubric_id,
                date,
                ...about,
                teacher_id: this.teacher_id || false,
                topic: topic || false,
                started: started || false,
                answers,
                notes,
            })
        );
    }

    /** @returns {boolean} whether everything that was touched is on the server now */
    takeAnswer({ id, version, outcome }, sent) {
        this.id = id;
        this.isBeside = outcome === "other";
        if (!this.isBeside) {
            this.seen = [version];
        }
        this.isChanged = this.versionName !== sent.version;
        return !this.isChanged;
    }
}

Visit.notApplicable = NOT_APPLICABLE;
