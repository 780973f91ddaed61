import type { HclogEntry } from './hclog-entry.ts';

const printed = /Node at (\S{1,200}) \[/;
const head = 'Node at ';
const longest = 200;
const space = 0x20;
const tilde = 0x7e;
const bracket = 0x5b;

/** The address in `Node at 10.0.0.1:8300 [Leader]`, as a server prints itself. */
export function ownAddressIn(text: string): string | undefined {
  if (text.startsWith(head)) {
    let at = head.length;
    while (isVisible(text.charCodeAt(at))) at += 1;
    const length = at - head.length;
    const isWhole = text.charCodeAt(at) === space && text.charCodeAt(at + 1) === bracket;
    if (isWhole && length > 0 && length <= longest) return text.slice(head.length, at);
  }
  return printed.exec(text)?.[1];
}

function isVisible(code: number): boolean {
  return code > space && code <= tilde;
}

/** Whether a server says its role and prints itself, as no other program does. */
export function namesItself(entry: HclogEntry | undefined): boolean {
  if (entry === undefined) return false;
  const { message, value } = entry;
  if (message.startsWith(head)) return ownAddressIn(message) !== undefined;
  if (!message.startsWith('entering ')) return false;
  const self = value('follower') ?? value('node') ?? value('leader') ?? '';
  return ownAddressIn(self) !== undefined;
}
