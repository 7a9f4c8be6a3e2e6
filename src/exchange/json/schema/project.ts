import { lists, VERSION } from '../project.ts';
import { declarations, innerBlocks } from './blocks.ts';
import { list, ref, type Schema, text } from './build.ts';
import { shared } from './values.ts';

/** The JSON Schema of a project as JSON. Every field is in it, and no other field is allowed. */
export function projectSchema(): Schema {
  const properties: Readonly<Record<string, Schema>> = {
    format: { const: 'care-pathways-project' },
    version: { const: VERSION },
    name: { ...text, description: 'The name of the project, or of its folder where no file declares one.' },
    project: { ...ref('project'), description: 'How the project is declared, where it is.' },
    files: { ...list(text), description: 'The files that were read, as paths from the folder of the project.' },
    unread: {
      ...list({
        type: 'object',
        properties: { message: text, place: ref('place') },
        required: ['message', 'place'],
        additionalProperties: false,
      }),
      description: 'The lines that could not be understood.',
    },
    ...Object.fromEntries(Object.entries(lists).map(([name, kind]) => [name, list(ref(kind))])),
    library: { ...list(ref('vocabulary')), description: 'The built-in terms.' },
  };
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'A Care Pathways project',
    description: 'What `pathway export --format json` writes; docs/json.md explains it.',
    type: 'object',
    properties,
    required: Object.keys(properties).filter((name) => name !== 'project'),
    additionalProperties: false,
    $defs: { ...shared, ...innerBlocks, ...declarations },
  };
}
