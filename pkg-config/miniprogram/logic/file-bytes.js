/**
 * The text of a file; undefined where it is not in UTF-8, the one encoding that WeChat's logic layer has a reader for.
 * @param {ArrayBuffer} buffer
 */
export function textIn(buffer) {
  const bytes = new Uint8Array(buffer);
  try {
    const text = new TextDecoder().decode(bytes);
    const again = new TextEncoder().encode(text);
    return again.length === bytes.length && again.every((byte, at) => byte === bytes[at]) ? text : undefined;
  } catch {
    // Beyond all characters.
    return undefined;
  }
}
