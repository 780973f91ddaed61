/** Longer text is looked over by JSON.stringify itself, which does it in bulk. */
const shortText = 64;

/** Prints text as a JSON string. */
export function printText(text: string): string {
  return isPlain(text) ? `"${text}"` : JSON.stringify(text);
}

/** Whether nothing in a short text needs an escape; most ids and causes are so. */
function isPlain(text: string): boolean {
  if (text.length > shortText) return false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 0x20 || code === 0x22 || code === 0x5c || code >= 0x7f) return false;
  }
  return true;
}
