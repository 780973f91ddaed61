import { createOwnFormat, type Format, formats } from '@raftlens/formats';

/** What `--format` names, or why it names nothing. */
export type NamedFormat =
  | { readonly kind: 'format'; readonly format: Format | undefined }
  | { readonly kind: 'problems'; readonly problems: readonly string[] };

/** A format by its id, or by a file that defines it; none where the lines are to tell it. */
export async function formatOf(name: string | undefined): Promise<NamedFormat> {
  if (name === undefined) return { kind: 'format', format: undefined };
  const known = formats.find(({ id }) => id === name);
  if (known !== undefined) return { kind: 'format', format: known };
  if (!/[./\\]/.test(name)) {
    const ids = formats.map(({ id }) => id).join(', ');
    const hint = `give a file such as my.yaml, or one of ${ids}`;
    return { kind: 'problems', problems: [`there is no format ${JSON.stringify(name)}: ${hint}`] };
  }
  // Few runs define a format: the libraries for it are only loaded then.
  const { loadDefinition } = await import('../own-format/load-definition.ts');
  const loaded = loadDefinition(name);
  if (loaded.kind === 'problems') return loaded;
  return { kind: 'format', format: createOwnFormat(loaded.definition) };
}
