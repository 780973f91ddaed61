/**
 * Blanks what is not program: comments, and the insides of strings, templates and regular
 * expressions. Every character keeps its offset and every line end stays, so that a rule can search
 * the masked text and read the original at the same place. Quotation marks stay; the program inside
 * `${…}` stays too, without its frame, so that braces are balanced.
 */
export function maskCode(text: string): string {
  let masked = '';
  let offset = 0;
  /** For each template that is open: how many braces are open in its current expression. */
  const templates: number[] = [];
  while (offset < text.length) {
    const depth = templates.at(-1);
    const token = tokenAt(text, offset, masked);
    offset += token.length;
    if (token === '`') {
      const part = templatePart(text, offset, templates);
      masked += `\`${part}`;
      offset += part.length;
    } else if (token === '}' && depth === 0) {
      templates.pop();
      const part = templatePart(text, offset, templates);
      masked += ` ${part}`;
      offset += part.length;
    } else {
      if (depth !== undefined) templates[templates.length - 1] = depth + braceChange(token);
      masked += token.length === 1 ? token : maskToken(token);
    }
  }
  return masked;
}

const comment = /\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/y;
const quoted = /'(?:\\[\s\S]|[^'\\\n])*'?|"(?:\\[\s\S]|[^"\\\n])*"?/y;
const regularExpression = /\/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\[\n])+\/[a-z]*/y;

/** After these a slash begins a regular expression; after a value it divides. */
const beforeRegularExpression = /(?:^|[(,=:[!&|?{};+\-*%<>~^]|\b(?:return|typeof|case|of|in))\s*$/;

/** A comment, a string or a regular expression as a whole; of anything else one character. */
function tokenAt(text: string, offset: number, masked: string): string {
  const first = text.charAt(offset);
  if (first === "'" || first === '"') return matchAt(quoted, text, offset) ?? first;
  if (first !== '/') return first;
  const found = matchAt(comment, text, offset);
  if (found !== undefined) return found;
  const before = masked.slice(-40);
  return (
    (beforeRegularExpression.test(before) ? matchAt(regularExpression, text, offset) : undefined) ??
    first
  );
}

function matchAt(pattern: RegExp, text: string, offset: number): string | undefined {
  pattern.lastIndex = offset;
  return pattern.exec(text)?.[0];
}

/** The rest of a template up to its end or its next expression, masked; opens that expression. */
function templatePart(text: string, offset: number, templates: number[]): string {
  let end = offset;
  while (end < text.length) {
    if (text.startsWith('`', end)) return `${blank(text.slice(offset, end))}\``;
    if (text.startsWith('${', end)) {
      templates.push(0);
      return `${blank(text.slice(offset, end))}  `;
    }
    end += text.startsWith('\\', end) ? 2 : 1;
  }
  return blank(text.slice(offset));
}

function maskToken(token: string): string {
  const first = token.charAt(0);
  if (first !== "'" && first !== '"') return blank(token);
  return `${first}${blank(token.slice(1, -1))}${first}`;
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}

function braceChange(token: string): number {
  if (token === '{') return 1;
  return token === '}' ? -1 : 0;
}
