/**
 * What stands in a cell of the score sheet: points, or nothing for a task that was not reached.
 *
 * @param {string} text
 * @param {Object} task with `max_score`, the greatest points, and `step`, 1 or 0.5
 * @returns {{points: number|null, isValid: boolean}}
 */
export function parseCell(text, { max_score: maximum, step }) {
    const value = text.trim();
    if (["", "x", "X", "х", "Х", "-"].includes(value)) {
        return { points: null, isValid: true };
    }
    // «1,0» is how a spreadsheet gives a cell with decimals to the clipboard
    const points = /^\d{1,3}([.,]\d+)?$/.test(value) ? Number(value.replace(",", ".")) : NaN;
    return { points, isValid: points >= 0 && points <= maximum && points % (step || 1) === 0 };
}

/** Points as people write them: «2,5». */
export function pointsText(points) {
    return String(points).replace(".", ",");
}

const AWAY = { н: "absent", осв: "exempt" };

/**
 * What a word in a cell says about the pupil: «н» and «осв» as in a class journal.
 *
 * @param {string} text
 * @returns {string|undefined} attendance, undefined for anything else
 */
export function attendanceOf(text) {
    return AWAY[text.trim().toLowerCase()];
}

/**
 * The mark of a pupil by the scale of the test.
 *
 * @param {number[]} points by task, a task that was not reached gives 0
 * @param {Object[]} tasks with `part`
 * @param {Object[]} bands with `min_score`, `mark`, `part`, `part_score`
 * @returns {number|null}
 */
export function markOf(points, tasks, bands) {
    const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);
    const total = sum(points);
    const reached = bands.filter(
        (band) =>
            total >= band.min_score &&
            (!band.part ||
                sum(points.filter((_points, place) => tasks[place].part === band.part)) >=
                    band.part_score)
    );
    return reached.length ? Math.max(...reached.map((band) => band.mark)) : null;
}
