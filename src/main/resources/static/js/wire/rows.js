/**
 * Bytes cut into rows, one after the other: together they are all the bytes, none left out and none made up. Texts hold
 * one character a byte.
 */
export class Rows extends Array {
  /**
   * @param kind head, framing, event or control
   * @param label what it is: the key of a text, with the values for it
   * @param details bits of a frame's header, name and value of a header line
   */
  cut(kind, text, label, values = [], details = {}) {
    if (text.length > 0) {
      this.push({ kind, text, label, values, ...details });
    }
  }
}
