import { exitCodes, UserError } from '../../errors.ts';
import { jsonSchema, schemaParts } from '../../lesson/json-schema.ts';
import { didYouMean } from '../../lesson/suggest.ts';
import { messages } from '../../messages/index.ts';
import { printJson } from '../output.ts';

/** `author schema [PART]`: prints a part of the lesson format as a JSON schema, for editors. */
export async function authorSchemaCommand(part: string): Promise<number> {
  const known = schemaParts.find((one) => one === part);
  if (known === undefined) {
    const say = messages().author;
    const why = didYouMean(part, schemaParts);
    throw new UserError(
      {
        what: say.noSuchSchema({ part }),
        ...(why !== undefined && { why }),
        next: say.schemaParts({ parts: schemaParts }),
      },
      exitCodes.usage,
    );
  }
  printJson(jsonSchema(known));
  return exitCodes.good;
}
