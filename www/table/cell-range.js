/** @typedef {{ row: number, column: number }} CellPlace */

/** Cells that are selected together: from where the selection began to where it has got. */
export class CellRange {
  /**
   * @param {CellPlace} anchor
   * @param {CellPlace} head
   */
  constructor(anchor, head) {
    this.anchor = anchor;
    this.head = head;
    this.top = Math.min(anchor.row, head.row);
    this.bottom = Math.max(anchor.row, head.row);
    this.left = Math.min(anchor.column, head.column);
    this.right = Math.max(anchor.column, head.column);
  }

  get height() {
    return this.bottom - this.top + 1;
  }

  get width() {
    return this.right - this.left + 1;
  }

  /**
   * @param {number} row
   * @param {number} column
   */
  contains(row, column) {
    return row >= this.top && row <= this.bottom && column >= this.left && column <= this.right;
  }

  /**
   * The same with another end; undefined where that is where it began.
   * @param {CellPlace} head
   */
  to(head) {
    const { anchor } = this;
    return head.row === anchor.row && head.column === anchor.column ? undefined : new CellRange(anchor, head);
  }

  /**
   * Cells pasted here: one fills all of them, others lie as they come.
   * @param {string[][]} cells
   */
  filledWith(cells) {
    const [[text] = []] = cells;
    if (cells.length !== 1 || cells[0]?.length !== 1 || text === undefined) return cells;
    return Array.from({ length: this.height }, () => Array.from({ length: this.width }, () => text));
  }
}
