// The JSON Schema of a config, with what tests read of it as types.
import { jsonSchema } from '../../../../shared/schema/json-schema.ts';

/** A schema, and each part of one. */
export interface Schema {
  $schema: string;
  $ref?: string;
  description?: string;
  const: string;
  oneOf: Schema[];
  items: Schema;
  properties: Record<string, Schema>;
  additionalProperties: Schema | false;
  $defs: Record<string, Schema>;
}

export const readSchema = (): Schema => JSON.parse(JSON.stringify(jsonSchema()));

/** The parts of a union whose `kind` tells them apart, by their kind. */
export const readKinds = (union: string): Map<string, Schema> =>
  new Map(readSchema().$defs[union]!.oneOf.map((one) => [one.properties.kind!.const, one]));
