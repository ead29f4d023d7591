/** What rows held before each step of a person; the last step can be taken back. */
export class History {
    steps = [];

    /**
     * Remember rows before a step.
     *
     * @param {string} key steps of one key that follow one another are one step
     * @param {Array<{place: number, content: Object}>} rows
     */
    keep(key, rows) {
        if (key !== this.key) {
            this.steps.push(rows);
        }
        this.key = key;
    }

    /** The next step is a new one, whatever its key. */
    close() {
        this.key = undefined;
    }

    /** @returns {Array} the rows as they were before the last step, none without a step */
    takeBack() {
        this.close();
        return this.steps.pop() || [];
    }
}
