/** JSON whose integers may be larger than a JS number holds exactly, as a Zeebe cluster's keys are. */

/** A text or a number, whichever stands next: texts are matched so that digits inside them are left alone. */
const TOKEN = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
const LONG_INTEGER = /^-?\d{16,}$/;

/**
 * As JSON.parse, but integers of 16 digits or more come out as texts, so that every key of Zeebe (they start at 2^51)
 * has one form, whatever its partition. @throws SyntaxError
 */
export function parseExact(text: string): unknown {
  return JSON.parse(text.replace(TOKEN, (token) => (LONG_INTEGER.test(token) ? `"${token}"` : token)));
}
