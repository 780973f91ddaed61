const ending = String.raw`\.(?:gz|zst|log|txt|out|jsonl?|ndjson|\d{1,6})`;
/** As logrotate puts it behind the name. */
const date = String.raw`[-.]\d{4}-?\d\d-?\d\d(?:[-T][\d.-]{4,16})?`;
const endings = new RegExp(`(?:${ending}|${date})+$`, 'i');

/**
 * The server that a file is named after, where its lines do not say whose they are: `n1` for
 * `/var/log/n1.log.gz`. Standard input is called `stdin`.
 */
export function nodeOfFile(file: string): string {
  if (file === '-') return 'stdin';
  const name = file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
  const stem = name.replace(endings, '');
  return stem === '' ? name : stem;
}
