import { user } from "@web/core/user";
import { IndexedDB } from "@web/core/utils/indexed_db";
import { session } from "@web/session";

const TABLE = "visits";
// never another one: Odoo's class deletes a database of another version with what was not sent
const VERSION = 1;

/**
 * What the server does not have yet, in the browser: a database for each account, so whoever else
 * signs in here is shown nothing of it. What the server has is deleted here.
 *
 * A visit is held by one open page at a time: the page that has opened it last.
 */
export class VisitStore {
    canKeep = true;

    constructor() {
        this.database = new IndexedDB(`vsoko-visits-${session.db}-${user.userId}`, VERSION);
        // names the table, so that it is made when it is not there
        this.ready = this.database.read(TABLE, "");
    }

    /** @returns {Promise<Object[]>} nothing where the browser keeps nothing */
    async readAll() {
        const found = await this.run("readonly", (table) => table.getAll());
        return found || [];
    }

    /**
     * @param {Object} visit plain values
     * @param {boolean} isTaken whether the page takes the visit over from another one
     * @returns {Promise<boolean>} whether the visit is kept; not when another page has taken it over
     */
    async keep(visit, isTaken = false) {
        let isKept = false;
        await this.run("readwrite", (table) => {
            const request = table.get(visit.uuid);
            request.onsuccess = () => {
                const { page } = request.result || visit;
                isKept = isTaken || page === visit.page;
                isKept && table.put(visit, visit.uuid);
            };
            return request;
        });
        return isKept;
    }

    /** Forget what the server has, unless it was touched meanwhile. */
    forget({ uuid, page, touches }) {
        return this.run("readwrite", (table) => {
            const request = table.get(uuid);
            request.onsuccess = () => {
                const kept = request.result;
                if (kept && kept.page === page && kept.touches === touches) {
                    table.delete(uuid);
                }
            };
            return request;
        });
    }

    /** Do something in one transaction; its end means that everything is kept. */
    async run(mode, act) {
        await this.ready;
        return this.database.execute((database) => {
            // a private window may refuse to keep anything
            this.canKeep = Boolean(database);
            return database && transact(database, mode, act);
        });
    }
}

function transact(database, mode, act) {
    return new Promise((resolve, reject) => {
        // what the system has got outlives the browser; waiting for the disk would cost each touch
        const transaction = database.transaction(TABLE, mode, { durability: "relaxed" });
        const request = act(transaction.objectStore(TABLE));
        transaction.oncomplete = () => resolve(request.result);
        transaction.onerror = () => reject(transaction.error);
        transaction.onabort = () => reject(transaction.error);
    });
}
