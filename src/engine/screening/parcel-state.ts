/**
 * Tubes of one site that travel and wait together: those that a courier took at one stop, neighbours in the order of closing, or one
 * recalled person's. Loads, queues and plates are chains of parcels, so that a tube is looked at when it is taken and when a plate's end
 * falls inside its parcel.
 */
export interface ParcelState {
  size: number;
  site: Int32Array;
  /** First of its tubes among the site's; of a recalled person's, the number of the recall. */
  from: Int32Array;
  tubes: Int32Array;
  people: Int32Array;
  recalled: Uint8Array;
  /** Round of all its tubes; SEVERAL_ROUNDS when they differ. */
  round: Int16Array;
  /** 1 where a tube may hold an infected person or read positive wrongly. */
  marked: Uint8Array;
  /** No tube was opened before this instant; the oldest may be younger. */
  oldest: Float64Array;
  /** Real instant of coming to its present lab; NOT_DELIVERED before it has reached any. */
  atLabAt: Float64Array;
  /** Next parcel in the same load, queue or plate; −1 at the end. */
  next: Int32Array;
}

export const SEVERAL_ROUNDS = -1;
/** atLabAt of what has not reached a lab. */
export const NOT_DELIVERED = -1;

const FIRST_PARCELS = 4096;

export function createParcels(capacity = FIRST_PARCELS): ParcelState {
  return {
    size: 0,
    site: new Int32Array(capacity),
    from: new Int32Array(capacity),
    tubes: new Int32Array(capacity),
    people: new Int32Array(capacity),
    recalled: new Uint8Array(capacity),
    round: new Int16Array(capacity),
    marked: new Uint8Array(capacity),
    oldest: new Float64Array(capacity),
    atLabAt: new Float64Array(capacity),
    next: new Int32Array(capacity),
  };
}
